package dev.foundation.tracing.runtime.sampling;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import io.quarkus.runtime.configuration.DurationConverter;

/** A rule as it is written, in the configuration or in JSON. */
final class RuleText {

    static final String NAME = "name";
    static final String SPAN_NAME = "span-name";
    static final String ROUTE = "route";
    static final String STRATEGY = "strategy";
    static final String RATIO = "ratio";
    static final String PER_SECOND = "per-second";
    static final String BURST = "burst";
    static final String TARGET_PER_SECOND = "target-per-second";
    static final String SLOWER_THAN = "slower-than";

    static final List<String> KEYS = List.of(NAME, SPAN_NAME, ROUTE, STRATEGY, RATIO, PER_SECOND, BURST, TARGET_PER_SECOND,
            SLOWER_THAN);

    private static final String STRATEGIES = Arrays.stream(Strategy.values()).map(LiveRule::keyword)
            .collect(Collectors.joining(", "));

    private final String place;
    private final Map<String, String> values;
    private final List<String> mistakes;

    private RuleText(String place, Map<String, String> values, List<String> mistakes) {
        this.place = place;
        this.values = values;
        this.mistakes = mistakes;
    }

    /**
     * @param place where it stands, for people
     * @param mistakes to add those to that are found
     * @return the rule, as far as it could be read
     */
    static SamplingRule read(String place, Map<String, String> values, List<String> mistakes) {
        return new RuleText(place, values, mistakes).read();
    }

    private SamplingRule read() {
        values.keySet().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(key -> mistakes.add(
                place + "." + key + " is not known: a rule has " + String.join(", ", KEYS)));
        return new SamplingRule(values.getOrDefault(NAME, ""), values.get(SPAN_NAME), values.get(ROUTE), strategy(),
                number(RATIO), number(PER_SECOND), number(BURST), number(TARGET_PER_SECOND), duration());
    }

    private Strategy strategy() {
        String text = values.get(STRATEGY);
        for (Strategy strategy : Strategy.values())
            if (LiveRule.keyword(strategy).equals(text))
                return strategy;
        mistakes.add(text == null ? place + "." + STRATEGY + " is missing: say one of " + STRATEGIES
                : place + "." + STRATEGY + " is '" + text + "', which is none: say one of " + STRATEGIES);
        return Strategy.ALWAYS;
    }

    private @Nullable Double number(String key) {
        return read(key, Double::valueOf, "a number");
    }

    private @Nullable Duration duration() {
        return read(SLOWER_THAN, DurationConverter::parseDuration, "a duration, such as 500ms or 2s");
    }

    private <T> @Nullable T read(String key, Function<String, T> reader, String what) {
        String text = values.get(key);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(place + "." + key + " is '" + text + "': say " + what);
            return null;
        }
    }

    /** @return what {@link #read} makes the same rule of */
    static Map<String, @Nullable Object> write(SamplingRule rule) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(NAME, rule.name().isEmpty() ? null : rule.name());
        values.put(SPAN_NAME, rule.spanName());
        values.put(ROUTE, rule.route());
        values.put(STRATEGY, LiveRule.keyword(rule.strategy()));
        values.put(RATIO, rule.ratio());
        values.put(PER_SECOND, rule.perSecond());
        values.put(BURST, rule.burst());
        values.put(TARGET_PER_SECOND, rule.targetPerSecond());
        values.put(SLOWER_THAN, rule.slowerThan() == null ? null : rule.slowerThan().toString());
        values.values().removeIf(value -> value == null);
        return values;
    }
}
