package dev.foundation.tracing.runtime.diagnostics.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.control.SamplingStatistics;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import dev.foundation.tracing.control.TracingReport.NotSampled;

/** How traces are chosen, in words. */
final class SamplingText {

    private static final Pattern RATIO = Pattern.compile("TraceIdRatioBased\\{([0-9.E-]+)}");

    private final SamplingSettings settings;
    private final SamplingStatistics statistics;

    SamplingText(SamplingSettings settings, SamplingStatistics statistics) {
        this.settings = settings;
        this.statistics = statistics;
    }

    String text() {
        int rules = settings.rules().size();
        String without = sampler(statistics.withoutRule().title());
        return (rules == 0 ? without : (rules == 1 ? "by a rule" : "by %d rules".formatted(rules)) + ", else " + without)
                + kept(settings);
    }

    /** @param title how OpenTelemetry's samplers describe themselves; any other is passed on as it is */
    static String sampler(String title) {
        Matcher ratio = RATIO.matcher(title);
        if (ratio.matches())
            return new BigDecimal(ratio.group(1)).movePointRight(2).stripTrailingZeros().toPlainString() + " % of all traces";
        return switch (title) {
            case "AlwaysOnSampler" -> "every trace";
            case "AlwaysOffSampler" -> "no trace";
            default -> title;
        };
    }

    private static String kept(SamplingSettings settings) {
        String slow = slowerThan(settings);
        String failed = settings.keeping().failed() ? "fails" : "";
        String both = failed.isEmpty() || slow.isEmpty() ? failed + slow : failed + " or " + slow;
        return both.isEmpty() ? "" : ", and what " + both;
    }

    private static String slowerThan(SamplingSettings settings) {
        Duration all = settings.keeping().slowerThan();
        String byRules = settings.rules().stream().map(SamplingRule::slowerThan).filter(Objects::nonNull).distinct().sorted()
                .map(String::valueOf).collect(Collectors.joining(", "));
        if (byRules.isEmpty())
            return all == null ? "" : "takes longer than " + all;
        return "takes longer than " + (all == null ? "" : all + " or than ") + "its rule says (" + byRules + ")";
    }

    NotSampled notSampled() {
        long here = statistics.withoutRule().dropped() + statistics.rules().stream().mapToLong(OfRule::dropped).sum();
        return new NotSampled(here, statistics.notSampledByCallers(), statistics.held().keptTraces());
    }
}
