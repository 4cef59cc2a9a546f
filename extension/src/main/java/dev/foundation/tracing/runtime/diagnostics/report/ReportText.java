package dev.foundation.tracing.runtime.diagnostics.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.Finding;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;

/** A report as people read it: what is wrong stands above what there is, and nothing is said of what there is not. */
public final class ReportText {

    private static final String ROW = "%-9s %s%n";
    private static final String UNDER = "          %s%n";

    private final TracingReport report;
    private final StringBuilder text = new StringBuilder();

    private ReportText(TracingReport report) {
        this.report = report;
    }

    public static String of(TracingReport report) {
        return new ReportText(report).write();
    }

    private String write() {
        row("tracing", "%s: %s".formatted(report.service(), report.state()));
        report.advice().forEach(advice -> under("→ " + advice));
        row("export", export(report.export()));
        row("sampling", report.sampling());
        if (isSeen(report.export()))
            spans(report.spans());
        findings("spans that never ended", report.neverEnded());
        findings("work without the context it should have had", report.withoutContext());
        findings("attributes with very many values", report.manyValues());
        return text.toString();
    }

    private String export(Export export) {
        if (!isSeen(export))
            return target(export);
        StringBuilder line = new StringBuilder(target(export));
        line.append(reached(export.reachable()));
        if (export.lastSuccess() != null)
            line.append(", last success ").append(ago(export.lastSuccess()));
        if (export.lastFailure() != null)
            line.append("; last failure ").append(ago(export.lastFailure())).append(": ").append(export.lastReason());
        return line.toString();
    }

    private static boolean isSeen(Export export) {
        return !export.endpoint().isEmpty() || !export.protocol().isEmpty();
    }

    static String target(Export export) {
        if (!isSeen(export))
            return "where this extension does not see them";
        if (export.endpoint().isEmpty())
            return "by " + export.protocol();
        return "to %s by %s".formatted(export.endpoint(), export.protocol());
    }

    private static String reached(@Nullable Boolean reachable) {
        if (reachable == null)
            return ", nothing sent yet";
        return reachable ? ", which answers" : ", which FAILS";
    }

    private void spans(Spans spans) {
        row("spans", "%d made = %d exported + %d dropped + %d waiting".formatted(spans.made(), spans.exported(),
                spans.dropped(), spans.waiting()));
        spans.droppedBecause().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .sorted(Map.Entry.<String, Long> comparingByValue().reversed())
                .forEach(reason -> under("%d dropped: %s".formatted(reason.getValue(), reason.getKey().replace('_', ' '))));
        notSampled(spans.notSampled());
    }

    private void notSampled(NotSampled traces) {
        if (traces.here() > 0)
            under("%d traces were not sampled".formatted(traces.here()));
        if (traces.byCallers() > 0)
            under("%d traces were not sampled by the services that called".formatted(traces.byCallers()));
        if (traces.keptInTheEnd() > 0)
            under("%d of them were kept in the end".formatted(traces.keptInTheEnd()));
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty())
            return;
        text.append("%n%s%n".formatted(title));
        for (Finding finding : findings)
            text.append("%9d %s%s%s%n".formatted(finding.count(), finding.what(), before(" at ", finding.where()),
                    before(", ", finding.detail())));
    }

    private static String before(String separator, String part) {
        return part.isEmpty() ? "" : separator + part;
    }

    private String ago(Instant then) {
        Duration passed = Duration.between(then, report.at());
        if (passed.toMinutes() < 2)
            return Math.max(0, passed.toSeconds()) + " s ago";
        return passed.toHours() < 2 ? passed.toMinutes() + " min ago" : passed.toHours() + " h ago";
    }

    private void row(String name, String value) {
        text.append(ROW.formatted(name, value));
    }

    private void under(String value) {
        text.append(UNDER.formatted(value));
    }
}
