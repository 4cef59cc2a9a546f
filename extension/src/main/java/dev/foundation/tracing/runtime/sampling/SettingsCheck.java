package dev.foundation.tracing.runtime.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import dev.foundation.tracing.control.SamplingSettings;

/** Finds all that is wrong with settings. */
final class SettingsCheck {

    private static final int MOST_RULES = 1_000;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 1_000_000;

    private static final Map<Strategy, List<String>> NUMBERS = new EnumMap<>(Map.of(
            Strategy.ALWAYS, List.of(), Strategy.NEVER, List.of(),
            Strategy.RATIO, List.of(RuleText.RATIO),
            Strategy.RATE_LIMITED, List.of(RuleText.PER_SECOND, RuleText.BURST),
            Strategy.ADAPTIVE, List.of(RuleText.TARGET_PER_SECOND)));

    private final String prefix;
    private final List<String> mistakes = new ArrayList<>();

    private SettingsCheck(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param prefix of all names in messages: where the settings come from
     * @return each mistake, with what to do
     */
    static List<String> mistakes(String prefix, SamplingSettings settings) {
        SettingsCheck check = new SettingsCheck(prefix);
        if (settings.rules().size() > MOST_RULES)
            check.add("rules", "has more than " + MOST_RULES + " rules: use wildcards");
        for (int i = 0; i < settings.rules().size(); i++)
            check.rule("rules[" + i + "]", settings.rules().get(i), settings.keeping().maxTime());
        check.titles(settings.rules());
        if (settings.switchedOff().stream().anyMatch(String::isBlank))
            check.add("switched-off", "has an empty name: take it out, or say * if no span is to be made");
        check.keeping(settings.keeping());
        return check.mistakes;
    }

    private void add(String place, String mistake) {
        mistakes.add(prefix + place + " " + mistake);
    }

    private void rule(String place, SamplingRule rule, Duration maxTime) {
        pattern(place, rule);
        Map<String, @Nullable Object> written = RuleText.write(rule);
        for (String key : List.of(RuleText.RATIO, RuleText.PER_SECOND, RuleText.BURST, RuleText.TARGET_PER_SECOND))
            if (written.containsKey(key) && !NUMBERS.getOrDefault(rule.strategy(), List.of()).contains(key))
                add(place + "." + key, "says nothing to a rule that is " + LiveRule.keyword(rule.strategy())
                        + ": take it out, or choose another strategy");
        switch (rule.strategy()) {
            case RATIO -> number(place + "." + RuleText.RATIO, rule.ratio(), 0, 1);
            case RATE_LIMITED -> {
                number(place + "." + RuleText.PER_SECOND, rule.perSecond(), SLOWEST, FASTEST);
                if (rule.burst() != null)
                    number(place + "." + RuleText.BURST, rule.burst(), 1, FASTEST);
            }
            case ADAPTIVE -> number(place + "." + RuleText.TARGET_PER_SECOND, rule.targetPerSecond(), SLOWEST, FASTEST);
            case ALWAYS, NEVER -> {
            }
        }
        slowerThan(place + "." + RuleText.SLOWER_THAN, rule.slowerThan(), maxTime);
    }

    private void pattern(String place, SamplingRule rule) {
        if (rule.spanName() != null && rule.route() != null)
            add(place, "has both span-name and route: make two rules of it");
        else if (rule.spanName() == null && rule.route() == null)
            add(place, "has neither span-name nor route: say what it is for, and span-name * for all spans");
        else if (rule.pattern().isBlank())
            add(place, "has an empty " + (rule.route() == null ? "span-name" : "route") + ": say * for all");
        else if (rule.route() != null && RoutePattern.parse(rule.route()) == null)
            add(place + ".route", "is '" + rule.route()
                    + "': say a path that begins with / and has no //, and before it a method if it is for that alone, as GET /products/{sku}");
    }

    private void titles(List<SamplingRule> rules) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Integer before = first.putIfAbsent(rules.get(i).title(), i);
            if (before != null && !rules.get(i).title().isBlank())
                add("rules[" + i + "]", "is called '" + rules.get(i).title() + "' as rules[" + before
                        + "] is: take one out, or name them");
        }
    }

    private void number(String place, @Nullable Double number, double least, double most) {
        if (number == null)
            add(place, "is missing: say a number" + range(least, most));
        else if (!(number >= least && number <= most))
            add(place, "is " + number + ": say a number" + range(least, most));
    }

    private static String range(double least, double most) {
        return " from " + text(least) + " to " + text(most);
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private void keeping(KeepSettings keep) {
        slowerThan("keep.slower-than", keep.slowerThan(), keep.maxTime());
        duration("keep.max-time", keep.maxTime());
        if (keep.maxSpans() < 1)
            add("keep.max-spans", "is " + keep.maxSpans() + ": say 1 or more");
        if (keep.maxBytes() < 1)
            add("keep.max-bytes", "is " + keep.maxBytes() + ": say 1 or more");
    }

    /** Whoever is given up before is never found to be slow. */
    private void slowerThan(String place, @Nullable Duration slowerThan, Duration maxTime) {
        duration(place, slowerThan);
        if (slowerThan != null && isGood(slowerThan) && isGood(maxTime) && slowerThan.compareTo(maxTime) > 0)
            add(place, "is " + slowerThan + ", and no trace is held for longer than " + maxTime
                    + ": say that at most, or raise keep.max-time");
    }

    private void duration(String place, @Nullable Duration duration) {
        if (duration != null && !isGood(duration))
            add(place, "is " + duration + ": say more than nothing, and a day at most");
    }

    private static boolean isGood(Duration duration) {
        return !duration.isNegative() && !duration.isZero() && duration.compareTo(LONGEST) <= 0;
    }
}
