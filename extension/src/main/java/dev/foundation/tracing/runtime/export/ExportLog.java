package dev.foundation.tracing.runtime.export;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

/**
 * Says when exports fail: at once, then once a minute how many spans were lost since, and when it works again. Trouble that
 * comes again within a minute is told of when that is over, so that a target that comes and goes does not fill the log.
 */
final class ExportLog {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final ExportTarget target;
    private final ExportTime time;

    /** What was lost when all that could be said had been said. */
    private Map<DropCause, Long> told = Map.of();
    private boolean failing;
    private long failingSince;
    private boolean anyLine;
    private long lastLine;

    ExportLog(ExportTarget target, ExportTime time) {
        this.target = target;
        this.time = time;
    }

    synchronized void failed(FailureReason reason, SpanCounts counts) {
        long now = time.nanos();
        if (mayTell(now)) {
            if (failing)
                LOG.warnf("Spans still cannot be exported to %s: %s. %d spans were lost in %s.", target, reason.text(),
                        lost(counts), since(now));
            else
                LOG.warnf("Failed to export spans to %s: %s. %d spans are lost. %s This is told once a minute as long as it "
                        + "lasts.", target, reason.text(), lost(counts), Advice.on(reason));
            begin(now);
        }
    }

    private void begin(long now) {
        if (!failing)
            failingSince = now;
        failing = true;
        anyLine = true;
        lastLine = now;
    }

    synchronized void succeeded(SpanCounts counts) {
        long now = time.nanos();
        if (failing) {
            LOG.infof("Spans are exported to %s again. %d spans were lost in %s.", target, lost(counts), since(now));
            failing = false;
            told = counts.droppedByCause();
        } else if (lost(counts) > 0 && mayTell(now)) {
            Map<DropCause, Long> untold = untold(counts);
            LOG.warnf("%d spans were lost on their way to %s (%s). %s", lost(counts), target, causes(untold),
                    Advice.on(worst(untold)));
            told = counts.droppedByCause();
            anyLine = true;
            lastLine = now;
        }
    }

    synchronized void ended(ExportReport report) {
        if (report.droppedInAll() > 0)
            LOG.warnf("Tracing ends: of %d spans %d were exported to %s; lost: %s", report.made(), report.exported(), target,
                    causes(report.dropped()));
        else
            LOG.debugf("Tracing ends: of %d spans %d were exported to %s", report.made(), report.exported(), target);
    }

    private boolean mayTell(long now) {
        return !anyLine || now - lastLine >= BETWEEN_LINES;
    }

    private long lost(SpanCounts counts) {
        return untold(counts).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<DropCause, Long> untold(SpanCounts counts) {
        Map<DropCause, Long> dropped = counts.droppedByCause();
        told.forEach((cause, spans) -> dropped.merge(cause, -spans, Long::sum));
        dropped.values().removeIf(spans -> spans == 0);
        return dropped;
    }

    private static DropCause worst(Map<DropCause, Long> dropped) {
        return Collections.max(dropped.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private String since(long now) {
        Duration passed = Duration.ofNanos(now - failingSince);
        if (passed.toMinutes() >= 2)
            return passed.toMinutes() + " min";
        return passed.toSeconds() < 2 ? passed.toMillis() + " ms" : passed.toSeconds() + " s";
    }

    private static String causes(Map<DropCause, Long> dropped) {
        return dropped.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().words() + " " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
