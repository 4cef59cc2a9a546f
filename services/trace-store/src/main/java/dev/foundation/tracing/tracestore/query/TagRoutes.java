package dev.foundation.tracing.tracestore.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.traceql.TraceQl;
import dev.foundation.tracing.tracestore.traceql.field.AttributeField;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.IntrinsicField;
import dev.foundation.tracing.tracestore.traceql.field.Scope;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Names of tags and their values, for completion.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/#search-tags-v2">Tempo's HTTP API: search tags</a>
 */
final class TagRoutes {

    private static final String INTRINSIC = "intrinsic";
    // Tempo's, which shows where a limit cuts.
    private static final List<Scope> IN_ORDER = List.of(Scope.RESOURCE, Scope.INSTRUMENTATION, Scope.EVENT, Scope.SPAN,
            Scope.LINK);
    private static final Set<String> ALL = Set.of("", "all", "none");

    private final SpanStore store;

    TagRoutes(SpanStore store) {
        this.store = store;
    }

    void namesV1(RoutingContext context) {
        Tags tags = tags(context);
        Set<String> names = new TreeSet<>();
        scopes(context).forEach(scope -> names.addAll(tags.names(scope).kept()));
        if (scope(context).equals(INTRINSIC))
            names.addAll(Tags.intrinsics());
        answer(context, "tagNames", new JsonArray(List.copyOf(names)));
    }

    void namesV2(RoutingContext context) {
        Tags tags = tags(context);
        JsonArray scopes = new JsonArray();
        for (Scope scope : scopes(context)) {
            TagNames names = tags.names(scope);
            if (!names.kept().isEmpty())
                scopes.add(scope(scope.label(), names.kept()));
            // As in Tempo, nothing is looked for any more once there is too much.
            if (names.incomplete())
                break;
        }
        if (ALL.contains(scope(context)) || scope(context).equals(INTRINSIC))
            scopes.add(scope(INTRINSIC, Tags.intrinsics()));
        answer(context, "scopes", scopes);
    }

    void valuesV1(RoutingContext context) {
        String tag = context.pathParam("tag");
        Intrinsic intrinsic = tag.equals("status.code") ? Intrinsic.STATUS : Intrinsic.of(tag);
        Field field = intrinsic == null ? new AttributeField(Scope.ANY, tag) : new IntrinsicField(intrinsic);
        answer(context, "tagValues", TagValueJson.texts(field, tags(context)));
    }

    void valuesV2(RoutingContext context) {
        answer(context, "tagValues", TagValueJson.typed(field(context.pathParam("tag")), tags(context)));
    }

    private static Field field(String tag) {
        try {
            return TraceQl.parseField(tag);
        } catch (TraceQlException e) {
            throw new BadQueryException(
                    "please provide a valid tagName: failed to parse identifier " + tag + ": " + e.getMessage());
        }
    }

    private Tags tags(RoutingContext context) {
        return new Tags(store.newestFirst(), TagRequest.parse(context.queryParams()));
    }

    private static List<Scope> scopes(RoutingContext context) {
        String sent = scope(context);
        if (ALL.contains(sent))
            return IN_ORDER;
        Scope scope = Scope.of(sent);
        if (scope == null && !sent.equals(INTRINSIC))
            throw new BadQueryException("invalid scope: " + sent);
        return scope == null ? List.of() : List.of(scope);
    }

    private static String scope(RoutingContext context) {
        @Nullable
        String sent = context.queryParams().get("scope");
        return sent == null ? "" : sent;
    }

    private static JsonObject scope(String name, List<String> tags) {
        return new JsonObject().put("name", name).put("tags", new JsonArray(tags));
    }

    private static void answer(RoutingContext context, String name, JsonArray list) {
        Answer.json(context, new JsonObject().put(name, list).put("metrics", new JsonObject()));
    }
}
