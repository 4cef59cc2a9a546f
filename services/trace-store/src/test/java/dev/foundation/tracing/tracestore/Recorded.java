package dev.foundation.tracing.tracestore;

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
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + file)) {
            if (in == null)
                throw new IllegalArgumentException("no recorded file " + file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Request> requests() {
        return text("requests.tsv").lines().skip(1).map(Request::of).toList();
    }

    record Request(String file, String method, String target, String headers, String body, int status, String contentType) {

        private static Request of(String row) {
            String[] columns = row.split("\t", -1);
            return new Request(columns[0], columns[1], columns[2], columns[3], columns[4], Integer.parseInt(columns[5]),
                    columns[6]);
        }

        /** Path and query with the times and the id of the recording. */
        String path() {
            return target.replaceFirst("^[A-Z]+", "").replace("{id}", TRACE_ID).replace("{now-300}", "" + (NOW - 300))
                    .replace("{now+60}", "" + (NOW + 60)).replace("{now-7200}", "" + (NOW - 7200))
                    .replace("{now-3600}", "" + (NOW - 3600));
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
