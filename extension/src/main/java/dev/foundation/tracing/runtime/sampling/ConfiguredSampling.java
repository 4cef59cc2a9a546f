package dev.foundation.tracing.runtime.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.runtime.config.SamplingConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Settings as the configuration has them. */
final class ConfiguredSampling {

    private static final String PREFIX = "quarkus.foundation-tracing.sampling.";

    private ConfiguredSampling() {
    }

    /** @throws ConfigurationException with all mistakes, so that the application does not start */
    static SamplingSettings read(SamplingConfig config) {
        List<String> mistakes = new ArrayList<>();
        List<SamplingRule> rules = new ArrayList<>();
        for (int i = 0; i < config.rules().size(); i++)
            rules.add(RuleText.read(PREFIX + "rules[" + i + "]", values(config.rules().get(i)), mistakes));
        SamplingSettings settings = new SamplingSettings(rules, config.switchedOff().orElse(Set.of()), keep(config.keep()));
        mistakes.addAll(SettingsCheck.mistakes(PREFIX, settings));
        if (!mistakes.isEmpty())
            throw new ConfigurationException("Sampling is configured with " + mistakes.size()
                    + (mistakes.size() == 1 ? " mistake:" : " mistakes:") + "\n- " + String.join("\n- ", mistakes));
        return settings;
    }

    private static Map<String, String> values(SamplingConfig.Rule rule) {
        Map<String, String> values = new HashMap<>();
        put(values, RuleText.NAME, rule.name());
        put(values, RuleText.SPAN_NAME, rule.spanName());
        put(values, RuleText.ROUTE, rule.route());
        put(values, RuleText.STRATEGY, rule.strategy());
        put(values, RuleText.RATIO, rule.ratio());
        put(values, RuleText.PER_SECOND, rule.perSecond());
        put(values, RuleText.BURST, rule.burst());
        put(values, RuleText.TARGET_PER_SECOND, rule.targetPerSecond());
        put(values, RuleText.SLOWER_THAN, rule.slowerThan());
        return values;
    }

    private static void put(Map<String, String> values, String key, Optional<String> value) {
        value.ifPresent(text -> values.put(key, text.strip()));
    }

    private static KeepSettings keep(SamplingConfig.Keep keep) {
        return new KeepSettings(keep.failed(), keep.slowerThan().orElse(null), keep.maxSpans(),
                keep.maxBytes().asLongValue(), keep.maxTime());
    }
}
