package dev.foundation.tracing.runtime.export;

import java.time.Instant;

/** The time of day for people, and one that never jumps for what lasts. */
interface ExportTime {

    ExportTime SYSTEM = new ExportTime() {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    Instant now();

    long nanos();
}
