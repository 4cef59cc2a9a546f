package dev.foundation.tracing.runtime.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingMistakesException;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.control.SamplingStatistics;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import io.quarkus.runtime.configuration.DurationConverter;

/** Settings as maps and lists, such as JSON is made of, with the names that the configuration has. */
public final class SettingsText {

    public static final String STATISTICS = "statistics";

    private static final String RULES = "rules";
    private static final String SWITCHED_OFF = "switched-off";
    private static final String KEEP = "keep";
    private static final String FAILED = "failed";
    private static final String SLOWER_THAN = "slower-than";
    private static final String MAX_SPANS = "max-spans";
    private static final String MAX_BYTES = "max-bytes";
    private static final String MAX_TIME = "max-time";

    private final List<String> mistakes = new ArrayList<>();

    private SettingsText() {
    }

    /** @return what {@link #read} makes the same settings of */
    public static Map<String, Object> write(SamplingSettings settings) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put(RULES, settings.rules().stream().map(RuleText::write).toList());
        text.put(SWITCHED_OFF, List.copyOf(new TreeSet<>(settings.switchedOff())));
        KeepSettings keeping = settings.keeping();
        Map<String, @Nullable Object> keep = new LinkedHashMap<>();
        keep.put(FAILED, keeping.failed());
        keep.put(SLOWER_THAN, keeping.slowerThan() == null ? null : keeping.slowerThan().toString());
        keep.put(MAX_SPANS, keeping.maxSpans());
        keep.put(MAX_BYTES, keeping.maxBytes());
        keep.put(MAX_TIME, keeping.maxTime().toString());
        text.put(KEEP, keep);
        return text;
    }

    public static Map<String, Object> write(SamplingStatistics statistics) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put(RULES, statistics.rules().stream().map(SettingsText::write).toList());
        text.put("without-rule", write(statistics.withoutRule()));
        text.put("not-sampled-by-callers", statistics.notSampledByCallers());
        Held held = statistics.held();
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("traces", held.traces());
        numbers.put("kept-traces", held.keptTraces());
        numbers.put("kept-spans", held.keptSpans());
        numbers.put("forgotten-spans", held.forgottenSpans());
        numbers.put("refused-traces", held.refusedTraces());
        numbers.put("refused-spans", held.refusedSpans());
        numbers.put("expired-spans", held.expiredSpans());
        numbers.put("spans-now", held.spansNow());
        numbers.put("bytes-now", held.bytesNow());
        text.put("held", numbers);
        return text;
    }

    private static Map<String, Object> write(OfRule rule) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("name", rule.title());
        text.put("seen", rule.seen());
        text.put("kept", rule.kept());
        text.put("dropped", rule.dropped());
        return text;
    }

    /**
     * @param now what goes on holding where the text says nothing
     * @param text its lists take the place of those there are; of what is kept, it may say a part. Statistics are shown, and of
     *        no effect
     * @throws SamplingMistakesException if it can't be read, with all that is wrong with it
     */
    public static SamplingSettings read(SamplingSettings now, Map<String, @Nullable Object> text) {
        SettingsText reading = new SettingsText();
        SamplingSettings read = reading.settings(now, text);
        List<String> all = new ArrayList<>(reading.mistakes);
        all.addAll(SettingsCheck.mistakes("", read));
        if (!all.isEmpty())
            throw new SamplingMistakesException(all);
        return read;
    }

    private SamplingSettings settings(SamplingSettings now, Map<String, @Nullable Object> text) {
        refuseOthers("", text, List.of(RULES, SWITCHED_OFF, KEEP, STATISTICS));
        SamplingSettings read = now;
        if (text.containsKey(RULES))
            read = read.withRules(rules(list(RULES, "rules", text.get(RULES))));
        if (text.containsKey(SWITCHED_OFF))
            read = read.withSwitchedOff(names(list(SWITCHED_OFF, "names", text.get(SWITCHED_OFF))));
        if (text.containsKey(KEEP))
            read = read.withKeeping(keep(now.keeping(), map(KEEP, text.get(KEEP))));
        return read;
    }

    private void refuseOthers(String prefix, Map<String, ?> text, List<String> known) {
        text.keySet().stream().filter(key -> !known.contains(key)).sorted()
                .forEach(key -> mistakes.add(prefix + key + " is not known: there are " + String.join(", ", known)));
    }

    private List<SamplingRule> rules(List<?> texts) {
        List<SamplingRule> rules = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String place = RULES + "[" + i + "]";
            Map<String, String> values = new HashMap<>();
            map(place, texts.get(i)).forEach((key, value) -> {
                if (value != null)
                    values.put(key, value.toString());
            });
            rules.add(RuleText.read(place, values, mistakes));
        }
        return rules;
    }

    private static Set<String> names(List<?> texts) {
        Set<String> names = new TreeSet<>();
        texts.forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private KeepSettings keep(KeepSettings now, Map<String, @Nullable Object> text) {
        refuseOthers(KEEP + ".", text, List.of(FAILED, SLOWER_THAN, MAX_SPANS, MAX_BYTES, MAX_TIME));
        return new KeepSettings(failed(text, now.failed()),
                text.containsKey(SLOWER_THAN) ? duration(SLOWER_THAN, text.get(SLOWER_THAN)) : now.slowerThan(),
                (int) Math.max(0, Math.min(Integer.MAX_VALUE, number(MAX_SPANS, text, now.maxSpans()))),
                number(MAX_BYTES, text, now.maxBytes()), maxTime(text, now.maxTime()));
    }

    private boolean failed(Map<String, @Nullable Object> text, boolean otherwise) {
        Object value = text.getOrDefault(FAILED, otherwise);
        if (value instanceof Boolean failed)
            return failed;
        mistakes.add(KEEP + "." + FAILED + " is '" + value + "': say true or false");
        return otherwise;
    }

    private Duration maxTime(Map<String, @Nullable Object> text, Duration otherwise) {
        if (!text.containsKey(MAX_TIME))
            return otherwise;
        // Nothing is no duration here, but for what has to be slower.
        Duration time = duration(MAX_TIME, String.valueOf(text.get(MAX_TIME)));
        return time == null ? otherwise : time;
    }

    private long number(String key, Map<String, @Nullable Object> text, long otherwise) {
        Object value = text.getOrDefault(key, otherwise);
        if (value instanceof Integer || value instanceof Long)
            return ((Number) value).longValue();
        mistakes.add(KEEP + "." + key + " is '" + value + "': say a whole number");
        return otherwise;
    }

    private @Nullable Duration duration(String key, @Nullable Object value) {
        try {
            return value == null ? null : DurationConverter.parseDuration(value.toString());
        } catch (IllegalArgumentException e) {
            mistakes.add(KEEP + "." + key + " is '" + value + "': say a duration, such as 500ms or 2s");
            return null;
        }
    }

    private List<?> list(String key, String what, @Nullable Object value) {
        if (value instanceof Collection<?> values)
            return new ArrayList<>(values);
        mistakes.add(key + " is no list: say all " + what + " that are to hold, for they take the place of those there are");
        return List.of();
    }

    @SuppressWarnings("unchecked") // JSON has no other keys
    private Map<String, @Nullable Object> map(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> values)
            return (Map<String, @Nullable Object>) values;
        mistakes.add(key + " is no object: say it as GET shows it");
        return Map.of();
    }
}
