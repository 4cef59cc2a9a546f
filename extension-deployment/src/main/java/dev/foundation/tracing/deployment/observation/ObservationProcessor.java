package dev.foundation.tracing.deployment.observation;

import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.diagnostics.SpanFindings;
import dev.foundation.tracing.runtime.numbers.CountedSpans;
import dev.foundation.tracing.runtime.observation.Observers;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

class ObservationProcessor {

    /** Also where the extension is off, so that an application which asks for them can be built. */
    @BuildStep
    AdditionalBeanBuildItem numbers() {
        return AdditionalBeanBuildItem.builder().setUnremovable().addBeanClasses(CountedSpans.class, SpanFindings.class)
                .build();
    }

    @BuildStep(onlyIf = TracingEnabled.class)
    AdditionalBeanBuildItem observers() {
        return AdditionalBeanBuildItem.unremovableOf(Observers.class);
    }

    @BuildStep
    UnremovableBeanBuildItem listeners() {
        return UnremovableBeanBuildItem.beanTypes(SpanListener.class);
    }
}
