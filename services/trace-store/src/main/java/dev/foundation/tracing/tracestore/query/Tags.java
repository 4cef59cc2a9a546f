package dev.foundation.tracing.tracestore.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.AttributeField;
import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.Scope;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.TraceView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;

/** Which tags the spans of some traces have, and which values. */
final class Tags {

    private static final List<Scope> UNSCOPED = List.of(Scope.SPAN, Scope.RESOURCE, Scope.INSTRUMENTATION);

    private final List<Trace> traces;
    private final TagRequest request;

    Tags(List<Trace> traces, TagRequest request) {
        this.traces = traces;
        this.request = request;
    }

    /** The names that a query may use without a dot. */
    static List<String> intrinsics() {
        return Arrays.stream(Intrinsic.values()).filter(intrinsic -> !isOfTree(intrinsic))
                .flatMap(intrinsic -> Stream.of(intrinsic.label(), intrinsic.otherLabel())).filter(label -> !label.isEmpty())
                .sorted().toList();
    }

    // Tempo knows them, but does not propose them.
    private static boolean isOfTree(Intrinsic intrinsic) {
        return intrinsic == Intrinsic.CHILD_COUNT || intrinsic.label().startsWith("nestedSet");
    }

    /** The attributes' names, sorted, as many as asked for. */
    TagNames names(Scope scope) {
        Set<String> names = new TreeSet<>();
        // Many spans share their resource.
        Set<Attributes> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        spans(view -> attributes(view.span(), scope, attributes -> {
            if (seen.add(attributes))
                attributes.list().forEach(attribute -> names.add(attribute.key()));
        }));
        return new TagNames(names.stream().limit(request.limit()).toList(), names.size() > request.limit());
    }

    private static void attributes(Span span, Scope scope, Consumer<Attributes> receiver) {
        switch (scope) {
            case SPAN -> receiver.accept(span.attributes());
            case RESOURCE -> receiver.accept(span.resource().attributes());
            case INSTRUMENTATION -> receiver.accept(span.scope().attributes());
            case EVENT -> span.events().forEach(event -> receiver.accept(event.attributes()));
            case LINK -> span.links().forEach(link -> receiver.accept(link.attributes()));
            default -> throw new IllegalArgumentException(scope + " has no attributes of its own");
        }
    }

    /** The values of a field, wherever its scope allows it to be; elements of lists one by one. */
    Set<Value> values(Field field) {
        List<ValuesOf> places = new ArrayList<>();
        if (field.scope() == Scope.ANY)
            UNSCOPED.forEach(scope -> places.add(new ValuesOf(new AttributeField(scope, field.name()))));
        else
            places.add(new ValuesOf(field));
        Set<Value> values = new LinkedHashSet<>();
        spans(view -> places.forEach(place -> place.add(view, values, request.limit())));
        return values;
    }

    private void spans(Consumer<SpanView> receiver) {
        Deadline deadline = Deadline.usual();
        for (Trace trace : traces) {
            if (!request.covers(trace))
                continue;
            if (request.query() == null)
                TraceView.of(trace, deadline).spans().forEach(receiver);
            else
                for (SpanSet set : request.query().evaluate(trace, deadline))
                    set.spans().forEach(receiver);
        }
    }

    private record ValuesOf(Binding binding) {

        ValuesOf(Field field) {
            this(new Binding(field));
        }

        void add(SpanView span, Set<Value> values, long limit) {
            binding.values(span, value -> {
                List<Value> single = value instanceof Value.Many many ? many.values() : List.of(value);
                single.stream().limit(Math.max(0, limit - values.size())).forEach(values::add);
            });
        }
    }
}
