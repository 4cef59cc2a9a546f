package dev.foundation.tracing.deployment.http;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.vertx.http.deployment.spi.RouteBuildItem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

@BuildSteps(onlyIf = TracingEnabled.class)
class ReportRouteProcessor {

    private static final String PATH = "foundation-tracing";
    // By name: it needs a library that an application need not have.
    private static final String HANDLER = "dev.foundation.tracing.runtime.http.diagnostics.ReportRoute";

    @BuildStep
    void route(TracingBuildTimeConfig config, Capabilities capabilities, LaunchModeBuildItem mode,
            BuildProducer<RouteBuildItem> routes) throws ReflectiveOperationException {
        if (!capabilities.isPresent(Capability.VERTX_HTTP))
            return;
        // Users of the application are not to read which spans it has.
        if (config.diagnostics().endpoint().orElse(mode.getLaunchMode().isDevOrTest() || isManagementInterfaceEnabled()))
            routes.produce(RouteBuildItem.newManagementRoute(PATH).withRequestHandler(handler())
                    .displayOnNotFoundPage("Where the spans are: Foundation Tracing").build());
    }

    private static boolean isManagementInterfaceEnabled() {
        return ConfigProvider.getConfig().getOptionalValue("quarkus.management.enabled", Boolean.class).orElse(false);
    }

    @SuppressWarnings("unchecked")
    private static Handler<RoutingContext> handler() throws ReflectiveOperationException {
        return (Handler<RoutingContext>) Class.forName(HANDLER, false, Thread.currentThread().getContextClassLoader())
                .asSubclass(Handler.class)
                .getDeclaredConstructor().newInstance();
    }
}
