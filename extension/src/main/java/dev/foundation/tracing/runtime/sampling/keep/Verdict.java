package dev.foundation.tracing.runtime.sampling.keep;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Whether a trace is worth keeping, by its local root: what failed inside and was made good is no failure. */
final class Verdict {

    private Verdict() {
    }

    /** @return why it is, or null */
    static @Nullable String on(ReadableSpan root, boolean failedAreKept, long slowerThanNanos) {
        if (failedAreKept && root.toSpanData().getStatus().getStatusCode() == StatusCode.ERROR)
            return "failed";
        return root.getLatencyNanos() > slowerThanNanos ? slowerThan(slowerThanNanos) : null;
    }

    static String slowerThan(long nanos) {
        return "slower than " + Duration.ofNanos(nanos).toString();
    }
}
