package dev.foundation.tracing.test.junit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The trace that a request begins, or continues if it already says so, and the header that says it.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
record SentTrace(String traceId, String spanId, String traceparent) {

    static final String HEADER = "traceparent";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");

    /** @param traceparent of a request that is about to be sent, which stays as it is; null or malformed if it has none */
    static SentTrace continuing(@Nullable String traceparent) {
        if (traceparent == null)
            return begin();
        Matcher parts = TRACEPARENT.matcher(traceparent);
        return parts.matches() ? new SentTrace(parts.group(1), parts.group(2), traceparent) : begin();
    }

    /** Sampled, whatever the application does with traces of its own. */
    private static SentTrace begin() {
        String traceId = randomId() + randomId();
        String spanId = randomId();
        return new SentTrace(traceId, spanId, "00-" + traceId + "-" + spanId + "-01");
    }

    private static String randomId() {
        // All zeros would be no id.
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
