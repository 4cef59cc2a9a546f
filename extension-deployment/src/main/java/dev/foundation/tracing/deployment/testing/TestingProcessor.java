package dev.foundation.tracing.deployment.testing;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsTest;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** In tests, the application keeps its spans for them. The application that is packaged knows nothing of it. */
class TestingProcessor {

    /** A span processor, and not an exporter: a bean of that type would take the place of the application's own. */
    private static final String SPAN_COLLECTOR = "dev.foundation.tracing.test.collect.SpanCollector";

    @BuildStep(onlyIf = IsTest.class)
    void collectSpans(BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(SPAN_COLLECTOR))
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(SPAN_COLLECTOR)
                    .setDefaultScope(BuiltinScope.SINGLETON.getName()).setUnremovable().build());
    }
}
