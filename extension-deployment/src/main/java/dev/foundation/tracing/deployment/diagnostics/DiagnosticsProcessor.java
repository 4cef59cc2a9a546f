package dev.foundation.tracing.deployment.diagnostics;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.diagnostics.report.Doctor;
import dev.foundation.tracing.runtime.diagnostics.report.OffInThisBuild;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

class DiagnosticsProcessor {

    @BuildStep(onlyIf = TracingEnabled.class)
    AdditionalBeanBuildItem doctor() {
        return AdditionalBeanBuildItem.unremovableOf(Doctor.class);
    }

    @BuildStep(onlyIfNot = TracingEnabled.class)
    AdditionalBeanBuildItem off() {
        return AdditionalBeanBuildItem.unremovableOf(OffInThisBuild.class);
    }
}
