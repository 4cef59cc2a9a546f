package dev.foundation.tracing.deployment.health;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class HealthProcessor {

    // By name: its library is one that an application need not have, and without it nobody reads this item.
    private static final String READINESS = "dev.foundation.tracing.runtime.health.TracingReadiness";

    @BuildStep
    HealthBuildItem readiness(TracingBuildTimeConfig config) {
        return new HealthBuildItem(READINESS, config.diagnostics().readiness());
    }
}
