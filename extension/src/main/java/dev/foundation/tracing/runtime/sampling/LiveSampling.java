package dev.foundation.tracing.runtime.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingMistakesException;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.control.SamplingStatistics;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.sampling.keep.HeldTraces;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** All parts of sampling in one application, and what changes them. */
@Singleton
public class LiveSampling implements Sampling {

    private static final OfRule NOTHING_SAMPLED = new OfRule("none", 0, 0, 0);

    private final Clocks clocks;
    private final ExportingProcessors exporting = new ExportingProcessors();
    private final HeldTraces held;
    private volatile SamplingSettings settings;
    private volatile RuleTable rules;
    private volatile @Nullable RuleSampler sampler;
    private Consumer<Boolean> whetherHolding = holding -> {
    };

    @Inject
    LiveSampling(TracingRunTimeConfig config) {
        this(ConfiguredSampling.read(config.sampling()), Clocks.ofSystem());
    }

    /** @param settings without mistakes */
    LiveSampling(SamplingSettings settings, Clocks clocks) {
        this.clocks = clocks;
        this.settings = settings;
        this.rules = table(settings.rules(), List.of());
        this.held = new HeldTraces(settings.keeping(), exporting, clocks.exact());
        held.change(settings.keeping(), keepsSlow(settings.rules()));
    }

    /** @return the sampler to use in place of the configured one */
    Sampler around(Sampler configured, SuppressedRequests suppressed) {
        RuleSampler made = new RuleSampler(configured, suppressed, held, rules);
        sampler = made;
        return made;
    }

    ExportingProcessors exporting() {
        return exporting;
    }

    /** @return what is to be told of every span */
    SpanProcessor processor() {
        return held.processor();
    }

    /**
     * The application starts: from now on span points are switched, and it is told at once and at each change whether spans
     * below parents that are not sampled may be kept in the end.
     */
    public synchronized void start(Consumer<Boolean> whetherHeld) {
        whetherHolding = whetherHeld;
        whetherHolding.accept(held.isOn());
        SpanPoints.switchOff(matchingAny(settings.switchedOff()));
    }

    private static Predicate<String> matchingAny(Set<String> patterns) {
        List<NamePattern> compiled = patterns.stream().map(NamePattern::new).toList();
        return name -> compiled.stream().anyMatch(pattern -> pattern.matches(name));
    }

    @Override
    public SamplingSettings settings() {
        return settings;
    }

    @Override
    public synchronized void change(UnaryOperator<SamplingSettings> change) {
        SamplingSettings others = change.apply(settings);
        List<String> mistakes = SettingsCheck.mistakes("", others);
        if (!mistakes.isEmpty())
            throw new SamplingMistakesException(mistakes);
        RuleTable table = others.rules().equals(settings.rules()) ? rules : table(others.rules(), rules.rules());
        rules = table;
        if (sampler != null)
            sampler.change(table);
        held.change(others.keeping(), keepsSlow(others.rules()));
        whetherHolding.accept(held.isOn());
        SpanPoints.switchOff(matchingAny(others.switchedOff()));
        settings = others;
    }

    private static boolean keepsSlow(List<SamplingRule> rules) {
        return rules.stream().anyMatch(rule -> rule.slowerThan() != null);
    }

    private RuleTable table(List<SamplingRule> wanted, List<LiveRule> known) {
        Map<SamplingRule, LiveRule> same = new HashMap<>();
        known.forEach(rule -> same.put(rule.rule(), rule));
        List<LiveRule> live = new ArrayList<>();
        for (SamplingRule rule : wanted) {
            LiveRule before = same.get(rule);
            live.add(before == null ? new LiveRule(rule, clocks) : before);
        }
        return new RuleTable(live);
    }

    @Override
    public SamplingStatistics statistics() {
        RuleSampler now = sampler;
        return new SamplingStatistics(rules.rules().stream().map(LiveRule::figures).toList(),
                now == null ? NOTHING_SAMPLED : now.figuresWithoutRule(), now == null ? 0 : now.notSampledByCallers(),
                held.figures());
    }
}
