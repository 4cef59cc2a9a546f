package dev.foundation.tracing.runtime.export;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When an export succeeded and failed last; null for never.
 *
 * @param failing whether the last one of all failed
 */
record LastExports(@Nullable Instant success, @Nullable ExportFailure failure, boolean failing) {

    static final LastExports NONE = new LastExports(null, null, false);

    LastExports succeededAt(Instant now) {
        return new LastExports(now, failure, false);
    }

    LastExports failed(ExportFailure now) {
        return new LastExports(success, now, true);
    }
}
