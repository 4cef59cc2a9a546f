package dev.foundation.tracing.deployment.methods;

import static dev.foundation.tracing.deployment.methods.Mistakes.signature;

import java.lang.reflect.Modifier;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Checks what was said about a method's span, before anything is woven. */
final class SpanMethodChecks {

    private static final DotName REST_CLIENT = DotName
            .createSimple("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

    private final SpanPipeline pipeline;
    private final Mistakes mistakes;

    SpanMethodChecks(SpanPipeline pipeline, Mistakes mistakes) {
        this.pipeline = pipeline;
        this.mistakes = mistakes;
    }

    /** @return whether nothing is wrong; if something is, it has been added to the mistakes */
    boolean check(SpanMethod span) {
        int before = mistakes.found().size();
        MethodInfo method = span.method();
        checkWhereItCanBe(span);
        if (!span.freeName() && !SpanNames.isGood(span.name()))
            mistakes.add("%s(\"%s\") on %s is no span name: use %s, such as \"order.place\"".formatted(span.by(), span.name(),
                    signature(method), SpanNames.RULE));
        if (method.hasDeclaredAnnotation(SpanMethods.TRACED) && method.hasDeclaredAnnotation(SpanMethods.WITH_SPAN))
            mistakes.add(
                    "%s has both @Traced and @WithSpan, which would be two spans: remove one".formatted(signature(method)));
        span.constants().forEach(constant -> checkConstant(span, constant));
        checkResult(span);
        return mistakes.found().size() == before;
    }

    private void checkWhereItCanBe(SpanMethod span) {
        MethodInfo method = span.method();
        if (!SpanMethod.hasBody(method))
            mistakes.add(withoutBody(span));
        if (SpanMethod.isSuspending(method))
            mistakes.add(("%s on suspending function %s would end its span at the first suspension: "
                    + "call a function that is not suspending inside it, and annotate that")
                    .formatted(span.by(), signature(method)));
        if (pipeline.contains(method.declaringClass()))
            mistakes.add(("%s on %s would make spans for ever, since OpenTelemetry calls this class for each span: "
                    + "remove it, and annotate what is called from outside OpenTelemetry instead")
                    .formatted(span.by(), signature(method)));
    }

    private static String withoutBody(SpanMethod span) {
        MethodInfo method = span.method();
        if (method.declaringClass().hasDeclaredAnnotation(REST_CLIENT))
            return ("%s on %s has no body to weave: the REST client's own span covers the call already, "
                    + "annotate the caller instead").formatted(span.by(), signature(method));
        boolean isNative = Modifier.isNative(method.flags());
        return "%s on %s method %s has no body to weave: annotate %s instead".formatted(span.by(),
                isNative ? "native" : "abstract", signature(method), isNative ? "its callers" : "its implementations");
    }

    private void checkConstant(SpanMethod span, String constant) {
        int equals = constant.indexOf('=');
        if (equals < 0 || !SpanNames.isGood(constant.substring(0, equals)))
            mistakes.add("%s(attributes = \"%s\") on %s is no attribute: write key=value, the key being %s".formatted(span.by(),
                    constant, signature(span.method()), SpanNames.RULE));
    }

    private void checkResult(SpanMethod span) {
        if (span.resultKey().isEmpty())
            return;
        if (!SpanNames.isGood(span.resultKey()))
            mistakes.add("%s(result = \"%s\") on %s is no attribute's key: use %s, such as \"order.total\"".formatted(span.by(),
                    span.resultKey(), signature(span.method()), SpanNames.RULE));
        if (span.method().returnType().kind() == Type.Kind.VOID)
            mistakes.add("%s(result = \"%s\") on %s, which returns nothing: remove it".formatted(span.by(), span.resultKey(),
                    signature(span.method())));
    }
}
