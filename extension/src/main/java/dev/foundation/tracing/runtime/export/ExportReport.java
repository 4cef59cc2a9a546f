package dev.foundation.tracing.runtime.export;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What became of the spans that were given to one exporter, at one moment. It always adds up:
 * {@code made = exported + dropped + waiting}.
 *
 * @param made sampled spans that ended
 * @param exported those that the other end took; what it does with them is not known here
 * @param dropped those that were lost, by cause; causes that did not happen are left out
 * @param waiting those in the queue or on their way
 * @param failedExports how many exports failed, each with up to as many spans as a batch has
 * @param lastSuccess null if there was none
 * @param lastFailure null if there was none
 * @param failing whether the last export failed; false if there was none
 */
public record ExportReport(ExportTarget target, long made, long exported, Map<DropCause, Long> dropped, long waiting,
        long failedExports, @Nullable Instant lastSuccess, @Nullable ExportFailure lastFailure, boolean failing) {

    public ExportReport {
        dropped = Map.copyOf(dropped);
    }

    /** @return all that were lost */
    public long droppedInAll() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
