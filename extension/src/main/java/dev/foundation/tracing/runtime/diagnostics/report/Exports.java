package dev.foundation.tracing.runtime.diagnostics.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;
import dev.foundation.tracing.runtime.export.DropCause;
import dev.foundation.tracing.runtime.export.ExportFailure;
import dev.foundation.tracing.runtime.export.ExportReport;

/** What all exporters say, as one: most applications have one. */
final class Exports {

    private final List<ExportReport> reports;

    Exports(List<ExportReport> reports) {
        this.reports = reports;
    }

    /** @return whether anything is known: not where the application brings a processor of its own, or exports nothing */
    boolean areSeen() {
        return !reports.isEmpty();
    }

    Export target() {
        ExportFailure failure = lastFailure();
        return new Export(joined(report -> report.target().endpoint()), joined(report -> report.target().protocol()),
                reachable(), lastSuccess(), failure == null ? null : failure.at(), failure == null ? null : failure.reason());
    }

    private String joined(Function<ExportReport, String> part) {
        return reports.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

    /** @return null before the first export */
    @Nullable
    Boolean reachable() {
        if (reports.stream().anyMatch(ExportReport::failing))
            return false;
        return lastSuccess() == null ? null : true;
    }

    private @Nullable Instant lastSuccess() {
        return reports.stream().map(ExportReport::lastSuccess).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    ExportFailure lastFailure() {
        return reports.stream().map(ExportReport::lastFailure).filter(Objects::nonNull)
                .max(Comparator.comparing(ExportFailure::at)).orElse(null);
    }

    /** @return how many were lost, by cause */
    Map<DropCause, Long> dropped() {
        Map<DropCause, Long> dropped = new TreeMap<>();
        reports.forEach(report -> report.dropped().forEach((cause, spans) -> dropped.merge(cause, spans, Long::sum)));
        return dropped;
    }

    Spans spans(NotSampled notSampled) {
        return new Spans(sum(ExportReport::made), sum(ExportReport::exported), sum(ExportReport::waiting),
                dropped().entrySet().stream()
                        .collect(Collectors.toMap(cause -> cause.getKey().label(), Map.Entry::getValue)),
                notSampled);
    }

    private long sum(ToLongFunction<ExportReport> part) {
        return reports.stream().mapToLong(part).sum();
    }
}
