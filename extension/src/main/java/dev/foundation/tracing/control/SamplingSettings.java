package dev.foundation.tracing.control;

import java.util.List;
import java.util.Set;

/**
 * All that decides which spans are kept: {@code settings.withSwitchedOff(Set.of("cache.*"))} leaves some out.
 *
 * @param rules decide about local roots; the first that matches does, and where none does, the sampler that Quarkus is
 *        configured with
 * @param switchedOff names of span points, with {@code *} for any part, that make no spans: what is inside them hangs on what
 *        is around them
 * @param keeping which traces are kept in the end though they were not sampled
 */
public record SamplingSettings(List<SamplingRule> rules, Set<String> switchedOff, KeepSettings keeping) {

    public SamplingSettings {
        rules = List.copyOf(rules);
        switchedOff = Set.copyOf(switchedOff);
    }

    public SamplingSettings withRules(List<SamplingRule> others) {
        return new SamplingSettings(others, switchedOff, keeping);
    }

    public SamplingSettings withSwitchedOff(Set<String> others) {
        return new SamplingSettings(rules, others, keeping);
    }

    public SamplingSettings withKeeping(KeepSettings other) {
        return new SamplingSettings(rules, switchedOff, other);
    }
}
