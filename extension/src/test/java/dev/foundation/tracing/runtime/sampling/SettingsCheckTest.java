package dev.foundation.tracing.runtime.sampling;

import static dev.foundation.tracing.runtime.sampling.SampledSpans.NOTHING_KEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingMistakesException;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import dev.foundation.tracing.control.SamplingSettings;

class SettingsCheckTest {

    private static final SamplingSettings NONE = new SamplingSettings(List.of(), Set.of(), NOTHING_KEPT);

    @Test
    void goodSettingsHaveNoMistakes() {
        assertThat(mistakes(NONE.withRules(List.of(SamplingRule.forRoute("GET /products/{sku}").ratio(0.1),
                SamplingRule.forRoute("/admin/**").never(), SamplingRule.forSpans("order.*").rateLimited(0.5, 1),
                SamplingRule.forSpans("*").adaptive(10).keepingSlowerThan(Duration.ofSeconds(1))))
                .withSwitchedOff(Set.of("cache.*")))).isEmpty();
    }

    @Test
    void allMistakesAreFoundAtOnceAndEachSaysWhatToDo() {
        assertThat(mistakes(NONE.withRules(List.of(
                SamplingRule.forSpans("a").ratio(1.5),
                SamplingRule.forSpans("b").rateLimited(0, 0.5),
                SamplingRule.forSpans("c").adaptive(Double.NaN),
                SamplingRule.forSpans(" "),
                SamplingRule.forRoute("products"),
                SamplingRule.forSpans("a"),
                new SamplingRule("", "both", "/both", Strategy.ALWAYS, null, null, null, null, null),
                new SamplingRule("neither", null, null, Strategy.ALWAYS, 0.5, null, null, null, null),
                new SamplingRule("", "d", null, Strategy.RATE_LIMITED, null, null, null, null, Duration.ZERO)))
                .withSwitchedOff(Set.of(""))
                .withKeeping(new KeepSettings(true, Duration.ofSeconds(-1), 0, 0, Duration.ofDays(3)))))
                .containsExactlyInAnyOrder(
                        "x.rules[0].ratio is 1.5: say a number from 0 to 1",
                        "x.rules[1].per-second is 0.0: say a number from 0.001 to 1000000",
                        "x.rules[1].burst is 0.5: say a number from 1 to 1000000",
                        "x.rules[2].target-per-second is NaN: say a number from 0.001 to 1000000",
                        "x.rules[3] has an empty span-name: say * for all",
                        "x.rules[4].route is 'products': say a path that begins with / and has no //, and before it a method if it is for that "
                                + "alone, as GET /products/{sku}",
                        "x.rules[5] is called 'a' as rules[0] is: take one out, or name them",
                        "x.rules[6] has both span-name and route: make two rules of it",
                        "x.rules[7] has neither span-name nor route: say what it is for, and span-name * for all spans",
                        "x.rules[7].ratio says nothing to a rule that is always: take it out, or choose another strategy",
                        "x.rules[8].per-second is missing: say a number from 0.001 to 1000000",
                        "x.rules[8].slower-than is PT0S: say more than nothing, and a day at most",
                        "x.switched-off has an empty name: take it out, or say * if no span is to be made",
                        "x.keep.slower-than is PT-1S: say more than nothing, and a day at most",
                        "x.keep.max-time is PT72H: say more than nothing, and a day at most",
                        "x.keep.max-spans is 0: say 1 or more", "x.keep.max-bytes is 0: say 1 or more");
    }

    @Test
    void noTraceIsFoundToBeSlowAfterItWasGivenUp() {
        assertThat(mistakes(NONE.withRules(List.of(
                SamplingRule.forSpans("a").ratio(0).keepingSlowerThan(Duration.ofSeconds(31)),
                SamplingRule.forSpans("b").ratio(0).keepingSlowerThan(Duration.ofSeconds(30))))
                .withKeeping(NOTHING_KEPT.ofSlowerThan(Duration.ofMinutes(1))))).containsExactly(
                        "x.rules[0].slower-than is PT31S, and no trace is held for longer than PT30S: say that at most, or raise "
                                + "keep.max-time",
                        "x.keep.slower-than is PT1M, and no trace is held for longer than PT30S: say that at most, or raise "
                                + "keep.max-time");
    }

    @Test
    void noDurationIsLongerThanADay() {
        assertThat(mistakes(NONE.withKeeping(NOTHING_KEPT.within(10, 1_000, Duration.ofDays(1))))).isEmpty();
        assertThat(mistakes(NONE.withKeeping(NOTHING_KEPT.within(10, 1_000, Duration.ofHours(25)))))
                .containsExactly("x.keep.max-time is PT25H: say more than nothing, and a day at most");
    }

    @Test
    void aChangeWithMistakesChangesNothing() {
        LiveSampling sampling = new LiveSampling(NONE, Clocks.ofSystem());

        assertThatThrownBy(() -> sampling.change(now -> now.withSwitchedOff(Set.of("cache.*")).withRules(List.of(
                SamplingRule.forSpans("a").ratio(2), SamplingRule.forSpans("b").ratio(-1)))))
                .asInstanceOf(InstanceOfAssertFactories.type(SamplingMistakesException.class))
                .extracting(SamplingMistakesException::mistakes, InstanceOfAssertFactories.LIST).hasSize(2);
        assertThat(sampling.settings()).isEqualTo(NONE);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        SamplingSettings settings = NONE
                .withRules(List.of(SamplingRule.forRoute("GET /products/{sku}").ratio(0.1).named("products"),
                        SamplingRule.forSpans("*").rateLimited(5, 20).keepingSlowerThan(Duration.ofMillis(1_500))))
                .withSwitchedOff(Set.of("cache.*", "attempt"))
                .withKeeping(new KeepSettings(true, Duration.ofSeconds(1), 7, 8_000, Duration.ofSeconds(9)));

        assertThat(SettingsText.read(NONE, SettingsText.write(settings))).isEqualTo(settings);
    }

    @Test
    void whatATextDoesNotSayStaysAsItIs() {
        SamplingSettings settings = NONE.withSwitchedOff(Set.of("cache.*"));

        assertThat(SettingsText.read(settings, Map.of("rules", List.of(Map.of("span-name", "a", "strategy", "never")))))
                .isEqualTo(settings.withRules(List.of(SamplingRule.forSpans("a").never())));
    }

    @Test
    void whatATextDoesNotSayOfWhatIsKeptStaysAsItIs() {
        KeepSettings keeping = new KeepSettings(true, Duration.ofSeconds(1), 7, 8_000, Duration.ofSeconds(9));

        assertThat(kept(keeping, Map.of())).isEqualTo(keeping);
        assertThat(kept(keeping, Map.of("failed", false))).isEqualTo(keeping.ofFailed(false));
        assertThat(kept(keeping, Map.of("slower-than", "2s"))).isEqualTo(keeping.ofSlowerThan(Duration.ofSeconds(2)));
        assertThat(kept(keeping, Map.of("max-spans", 8))).isEqualTo(keeping.within(8, 8_000, Duration.ofSeconds(9)));
        assertThat(kept(keeping, Map.of("max-time", "5s"))).isEqualTo(keeping.within(7, 8_000, Duration.ofSeconds(5)));
    }

    @Test
    void nothingIsKeptForBeingSlowerThanNull() {
        Map<String, Object> keep = new HashMap<>();
        keep.put("slower-than", null);

        assertThat(kept(NOTHING_KEPT.ofFailed(true).ofSlowerThan(Duration.ofSeconds(1)), keep))
                .isEqualTo(NOTHING_KEPT.ofFailed(true));
    }

    @Test
    void noLimitIsNull() {
        Map<String, Object> keep = new HashMap<>();
        for (String key : List.of("failed", "max-spans", "max-bytes", "max-time"))
            keep.put(key, null);

        assertThatThrownBy(() -> kept(NOTHING_KEPT, keep))
                .asInstanceOf(InstanceOfAssertFactories.type(SamplingMistakesException.class))
                .extracting(SamplingMistakesException::mistakes, InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("keep.failed is 'null': say true or false",
                        "keep.max-spans is 'null': say a whole number", "keep.max-bytes is 'null': say a whole number",
                        "keep.max-time is 'null': say a duration, such as 500ms or 2s");
    }

    private static KeepSettings kept(KeepSettings now, Map<String, Object> keep) {
        return SettingsText.read(NONE.withKeeping(now), Map.of("keep", keep)).keeping();
    }

    @Test
    void aTextThatCanNotBeReadIsRefusedWithAllMistakes() {
        Map<String, Object> text = Map.of("rules", List.of(Map.of("span-name", "a", "strategy", "sometimes", "color", "red"),
                Map.of("span-name", "b", "strategy", "ratio", "ratio", "many"), "c"),
                "switched-off", "cache.*", "keep", Map.of("failed", "yes", "max-spans", "many", "max-time", "long"), "rule", 1);

        assertThatThrownBy(() -> SettingsText.read(NONE, text))
                .asInstanceOf(InstanceOfAssertFactories.type(SamplingMistakesException.class))
                .extracting(SamplingMistakesException::mistakes, InstanceOfAssertFactories.list(String.class))
                .contains("rule is not known: there are rules, switched-off, keep, statistics",
                        "rules[0].strategy is 'sometimes', which is none: say one of always, never, ratio, rate-limited, adaptive",
                        "rules[1].ratio is 'many': say a number", "rules[2] is no object: say it as GET shows it",
                        "switched-off is no list: say all names that are to hold, for they take the place of those there are",
                        "keep.failed is 'yes': say true or false", "keep.max-spans is 'many': say a whole number",
                        "keep.max-time is 'long': say a duration, such as 500ms or 2s")
                .anyMatch(mistake -> mistake.startsWith("rules[0].color is not known"));
    }

    private static List<String> mistakes(SamplingSettings settings) {
        return SettingsCheck.mistakes("x.", settings);
    }
}
