package dev.foundation.tracing.runtime.sampling.keep;

/**
 * A local root that is held while it runs.
 *
 * @param sinceNanos when it began
 * @param slowAfterNanos beyond which it is slow; {@link Long#MAX_VALUE} if it never is
 */
record OpenRoot(long sinceNanos, long slowAfterNanos) {

    boolean isSlow(long now) {
        return now - sinceNanos > slowAfterNanos;
    }
}
