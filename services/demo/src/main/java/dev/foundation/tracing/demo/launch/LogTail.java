package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for error messages. */
final class LogTail {

    private static final int LINES = 20;
    private static final int BYTES = 16 * 1024;

    private LogTail() {
    }

    /** @return where the log is, and its last lines; says so if there are none */
    static String of(Path logFile) {
        List<String> lines = lines(logFile);
        if (lines.isEmpty())
            return "its log is empty: " + logFile;
        return "the last lines of " + logFile + ":\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static List<String> lines(Path logFile) {
        try (RandomAccessFile file = new RandomAccessFile(logFile.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
