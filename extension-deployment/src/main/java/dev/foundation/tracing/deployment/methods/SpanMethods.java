package dev.foundation.tracing.deployment.methods;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.logging.Logger;

import dev.foundation.tracing.Traced;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/**
 * Finds the methods that are to have a span: annotated ones, public ones of annotated classes, and those of a setting; in this
 * order, so that who says it closer to the method is heard.
 */
final class SpanMethods {

    static final DotName TRACED = DotName.createSimple(Traced.class);
    static final DotName WITH_SPAN = DotName.createSimple(WithSpan.class);

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private final IndexView index;
    private final SpanPipeline pipeline;
    private final boolean quarkusMakesWithSpanOnBeans;
    private final Map<MethodInfo, SpanMethod> found = new LinkedHashMap<>();
    private final Set<MethodInfo> suspending = new LinkedHashSet<>();

    SpanMethods(IndexView index, SpanPipeline pipeline, boolean quarkusMakesWithSpanOnBeans) {
        this.index = index;
        this.pipeline = pipeline;
        this.quarkusMakesWithSpanOnBeans = quarkusMakesWithSpanOnBeans;
    }

    Collection<SpanMethod> find(List<MethodPattern> patterns) {
        annotated(TRACED, Kind.METHOD).forEach(traced -> add(traced(traced.target().asMethod(), traced)));
        // One without a body is somebody else's: a REST client that Quarkus generates takes it over from its interface.
        annotated(WITH_SPAN, Kind.METHOD).stream().filter(withSpan -> SpanMethod.hasBody(withSpan.target().asMethod()))
                .forEach(withSpan -> add(withSpan(withSpan.target().asMethod(), withSpan)));
        annotated(TRACED, Kind.CLASS).forEach(this::addPublicMethods);
        patterns.forEach(this::addMatching);
        warnOfSuspending();
        return found.values();
    }

    private List<AnnotationInstance> annotated(DotName annotation, Kind kind) {
        return index.getAnnotations(annotation).stream().filter(instance -> instance.target().kind() == kind).toList();
    }

    private void add(SpanMethod method) {
        if (isDeclared(method.method()) && isTheOneInUse(method.method().declaringClass()))
            found.putIfAbsent(method.method(), method);
    }

    /** The same class may stand in two jars that are indexed: the application has one of them, and that is woven once. */
    private boolean isTheOneInUse(ClassInfo type) {
        return index.getClassByName(type.name()) == type;
    }

    private void addPublicMethods(AnnotationInstance traced) {
        ClassInfo type = traced.target().asClass();
        String prefix = text(traced.value()).isEmpty() ? SpanNames.ofClass(type) : text(traced.value());
        type.methods().stream().filter(method -> Modifier.isPublic(method.flags()) && isWritten(method))
                .forEach(method -> add(traced(method, traced, prefix + "." + SpanNames.ofMethod(method))));
    }

    private void addMatching(MethodPattern pattern) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (pattern.matches(type) && !pipeline.contains(type))
                type.methods().stream().filter(method -> pattern.matches(method) && isWritten(method))
                        .forEach(method -> addMatched(method, pattern));
        }
    }

    private void addMatched(MethodInfo method, MethodPattern pattern) {
        if (!SpanMethod.isSuspending(method))
            add(SpanMethod.of(method, pattern.toString(), SpanNames.defaultFor(method)));
        else if (!found.containsKey(method))
            suspending.add(method);
    }

    private void warnOfSuspending() {
        if (!suspending.isEmpty())
            LOG.warnf("quarkus.foundation-tracing.methods: suspending functions have no span, which would end at their first "
                    + "suspension: %s. Call functions that are not suspending inside them, and let a pattern match those.",
                    suspending.stream().map(Mistakes::signature).collect(Collectors.joining(", ")));
    }

    private static SpanMethod traced(MethodInfo method, AnnotationInstance traced) {
        return traced(method, traced,
                text(traced.value()).isEmpty() ? SpanNames.defaultFor(method) : text(traced.value()));
    }

    private static SpanMethod traced(MethodInfo method, AnnotationInstance traced, String name) {
        AnnotationValue constants = traced.value("attributes");
        return new SpanMethod(method, "@Traced", name, false, kind(traced),
                constants == null ? List.of() : List.of(constants.asStringArray()), text(traced.value("result")), false, false);
    }

    private SpanMethod withSpan(MethodInfo method, AnnotationInstance withSpan) {
        String name = text(withSpan.value()).isEmpty()
                ? SpanNames.simpleName(method.declaringClass()) + "." + method.name()
                : text(withSpan.value());
        AnnotationValue inherits = withSpan.value("inheritContext");
        return new SpanMethod(method, "@WithSpan", name, true, kind(withSpan), List.of(), "",
                inherits != null && !inherits.asBoolean(),
                quarkusMakesWithSpanOnBeans && SpanMethod.canBeIntercepted(method));
    }

    private static SpanKind kind(AnnotationInstance annotation) {
        AnnotationValue kind = annotation.value("kind");
        return kind == null ? SpanKind.INTERNAL : SpanKind.valueOf(kind.asEnum());
    }

    private static String text(AnnotationValue value) {
        return value == null ? "" : value.asString();
    }

    /** The compiler copies annotations to the bridges it adds, which call the method that was declared. */
    private static boolean isDeclared(MethodInfo method) {
        return !method.isBridge() && !method.isSynthetic() && !method.isConstructor();
    }

    /** Whether somebody wrote its body: it is no constructor, and nothing that the compiler gives to records and enums. */
    static boolean isWritten(MethodInfo method) {
        ClassInfo type = method.declaringClass();
        return !method.isStaticInitializer() && isDeclared(method) && SpanMethod.hasBody(method)
                && !(type.isRecord() && (isAccessor(method) || isOfEveryObject(method)))
                && !(type.isEnum() && (method.name().equals("values") || method.name().equals("valueOf")));
    }

    private static boolean isAccessor(MethodInfo method) {
        return method.parametersCount() == 0 && method.declaringClass().recordComponent(method.name()) != null;
    }

    private static boolean isOfEveryObject(MethodInfo method) {
        return method.name().equals("toString") || method.name().equals("hashCode") || method.name().equals("equals");
    }
}
