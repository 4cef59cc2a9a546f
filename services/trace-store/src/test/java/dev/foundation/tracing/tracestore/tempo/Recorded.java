package dev.foundation.tracing.tracestore.tempo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a real Tempo answered to the payload and to the requests after it. */
final class Recorded {

    /** The seconds since 1970 at which the answers were recorded: the payload is three seconds old then. */
    static final long NOW = 1_795_358_881L;

    static final String TRACE_ID = "5f1415ffc3670b2f794521fac799e091";

    private Recorded() {
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String file) {
        return resource("/recorded/" + file);
    }

    static byte[] resource(String path) {
        try (InputStream in = Recorded.class.getResourceAsStream(path)) {
            if (in == null)
                throw new IllegalArgumentException("no recorded file " + path);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows() {
        return text("requests.tsv").lines().skip(1).map(Row::of).toList();
    }

    /** One request and what came back. */
    record Row(String file, String method, String target, String headers, String body, int status, String contentType) {

        private static Row of(String line) {
            String[] columns = line.split("\t", -1);
            return new Row(columns[0], columns[1], columns[2], columns[3], columns[4], Integer.parseInt(columns[5]),
                    columns[6]);
        }

        boolean isIngest() {
            return target.startsWith("OTLP");
        }

        String path() {
            return target.replaceFirst("^[A-Z]+", "");
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
