package dev.foundation.tracing.runtime.http.management;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingMistakesException;
import dev.foundation.tracing.runtime.sampling.SettingsText;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.management.ManagementInterfaceBuildTimeConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Sampling on the management interface, where an application has one: there is an event for that, and none on the port that its
 * users reach. A bean of applications that have Quarkus's HTTP server.
 */
@ApplicationScoped
public class SamplingRoute {

    private static final String PATH = "foundation-tracing/sampling";
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final String NO_OBJECT = "The body is no JSON object: send what GET shows, changed, or the parts of it that are "
            + "to change";

    private final Sampling sampling;
    private final ManagementInterfaceBuildTimeConfig config;

    SamplingRoute(Sampling sampling, ManagementInterfaceBuildTimeConfig config) {
        this.sampling = sampling;
        this.config = config;
    }

    void register(@Observes ManagementInterface management) {
        String root = config.rootPath().startsWith("/") ? config.rootPath() : "/" + config.rootPath();
        String path = (root.endsWith("/") ? root : root + "/") + PATH;
        Router router = management.router();
        router.get(path).handler(this::show);
        router.put(path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY)).handler(this::replace);
    }

    private void show(RoutingContext request) {
        JsonObject settings = new JsonObject(SettingsText.write(sampling.settings()));
        answer(request, settings.put(SettingsText.STATISTICS, new JsonObject(SettingsText.write(sampling.statistics()))));
    }

    private void replace(RoutingContext request) {
        // Quarkus may have read the body before, with a limit that is fit for files.
        if (request.body().length() > LARGEST_BODY) {
            request.fail(TOO_LARGE);
            return;
        }
        Map<String, Object> body = bodyOf(request);
        if (body == null) {
            refuse(request, List.of(NO_OBJECT));
            return;
        }
        try {
            sampling.change(now -> SettingsText.read(now, body));
            show(request);
        } catch (SamplingMistakesException e) {
            refuse(request, e.mistakes());
        }
    }

    private static @Nullable Map<String, Object> bodyOf(RoutingContext request) {
        Buffer body = request.body().buffer();
        try {
            return body == null ? null : new JsonObject(body).getMap();
        } catch (DecodeException e) {
            return null;
        }
    }

    private static void refuse(RoutingContext request, List<String> mistakes) {
        request.response().setStatusCode(BAD_REQUEST);
        answer(request, new JsonObject().put("mistakes", new JsonArray(mistakes)));
    }

    private static void answer(RoutingContext request, JsonObject body) {
        request.response().putHeader("content-type", "application/json").putHeader("cache-control", "no-store")
                .end(body.encodePrettily() + "\n");
    }
}
