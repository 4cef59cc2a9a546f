package dev.foundation.tracing.test.quarkus;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.collect.TraceCollector;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Where the application exports to, as in production. */
public class CollectorResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable TraceCollector collector;

    @Override
    public Map<String, String> start() {
        collector = TraceCollector.start();
        return collector.settings();
    }

    @Override
    public void inject(Object testInstance) {
        if (testInstance instanceof QuarkusTraceTest test)
            test.exported = collector;
    }

    @Override
    public void stop() {
        if (collector != null)
            collector.close();
    }
}
