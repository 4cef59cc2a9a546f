package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README's commands for a cluster. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("^ *```\\w*\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ENDS = Pattern.compile("\\s*(?:\n|&&|;|(?<=\\s)&)\\s*");

    private Readme() {
    }

    static String text() {
        try {
            return Files.readString(Overlay.ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the commands that begin so, each on one line */
    static List<String> commands(String program) {
        Stream<String> blocks = BLOCK.matcher(text()).results().map((MatchResult block) -> block.group(1));
        return blocks.map(block -> block.replaceAll("\\\\\n\\s*", "")).flatMap(ENDS::splitAsStream)
                .filter(command -> command.startsWith(program + " ")).toList();
    }
}
