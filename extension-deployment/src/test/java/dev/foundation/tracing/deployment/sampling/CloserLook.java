package dev.foundation.tracing.deployment.sampling;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingRule;
import io.quarkus.arc.Unremovable;

/** The README's example. */
@Singleton
@Unremovable
public class CloserLook {

    @Inject
    Sampling sampling;

    void at(String route) {
        sampling.change(now -> {
            List<SamplingRule> rules = new ArrayList<>(now.rules());
            rules.add(0, SamplingRule.forRoute(route).always());
            return now.withRules(rules);
        });
    }
}
