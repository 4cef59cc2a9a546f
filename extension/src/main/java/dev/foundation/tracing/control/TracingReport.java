package dev.foundation.tracing.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How tracing stands in this process, as {@link Diagnostics#report()} found it: every number is since the start.
 *
 * <pre>{@code
 * TracingReport report = diagnostics.report();
 * if (!report.on())
 *     log.warn("not traced: " + report.state());
 * }</pre>
 *
 * @param at when it was made
 * @param service the service's name, as traces show it
 * @param on whether spans are made and exported
 * @param state why not, or what there is to say all the same; for people
 * @param sampling how traces are chosen; for people
 * @param export where spans go, and how that works out
 * @param spans what became of all spans that were sampled and ended
 * @param neverEnded places that begin spans which are not ended: lost, or open for very long
 * @param withoutContext places that ran without the span that they should have been inside of
 * @param manyValues attributes that take more values than anything can be grouped by
 * @param advice what to do about it, for people; the most urgent first, and empty if there is nothing to do
 */
public record TracingReport(Instant at, String service, boolean on, String state, String sampling, Export export, Spans spans,
        List<Finding> neverEnded, List<Finding> withoutContext, List<Finding> manyValues, List<String> advice) {

    public TracingReport {
        neverEnded = List.copyOf(neverEnded);
        withoutContext = List.copyOf(withoutContext);
        manyValues = List.copyOf(manyValues);
        advice = List.copyOf(advice);
    }

    /**
     * Where spans go.
     *
     * @param endpoint without credentials; empty if this extension does not know, since the application has its own exporter
     * @param protocol such as {@code grpc}; empty if it is not known
     * @param reachable whether the last attempt succeeded; null before the first
     * @param lastSuccess null if there was none
     * @param lastFailure null if there was none
     * @param lastReason why that one failed; null if none did
     */
    public record Export(String endpoint, String protocol, @Nullable Boolean reachable, @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure, @Nullable String lastReason) {
    }

    /**
     * What became of spans: made is exported, and dropped for all reasons, and waiting. Where there are several exporters a
     * span counts for each of them; where none is seen all is zero.
     *
     * @param made were sampled and have ended
     * @param exported were accepted by who they were sent to
     * @param waiting are queued, or on their way
     * @param droppedBecause how many were lost, by reason
     * @param notSampled what was not to be exported in the first place
     */
    public record Spans(long made, long exported, long waiting, Map<String, Long> droppedBecause, NotSampled notSampled) {

        public Spans {
            droppedBecause = Map.copyOf(droppedBecause);
        }

        /** @return how many were lost, for all reasons */
        public long dropped() {
            return droppedBecause.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Traces that were not sampled, seen from this process.
     *
     * @param here as its own sampling decided
     * @param byCallers as the services decided that called it
     * @param keptInTheEnd those of them that were kept all the same, since they failed or were slow
     */
    public record NotSampled(long here, long byCallers, long keptInTheEnd) {
    }

    /**
     * A place in the application that deserves a look.
     *
     * @param what the span's, attribute's or event's name
     * @param where the call site; empty if only the name is known
     * @param count how often it was seen
     * @param detail what else there is to say; may be empty
     */
    public record Finding(String what, String where, long count, String detail) {
    }
}
