package dev.foundation.tracing.deployment.methods;

import java.util.regex.Pattern;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

import dev.foundation.tracing.runtime.span.DefaultSpanNames;

/** What spans may be called, and what they are called if nobody says. */
final class SpanNames {

    static final String RULE = "dot-separated parts of lower-case letters, digits and underscores, each beginning with a letter";

    private static final Pattern GOOD = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    private SpanNames() {
    }

    static boolean isGood(String name) {
        return GOOD.matcher(name).matches();
    }

    /** {@code OrderService.placeOrder} becomes {@code order_service.place_order}. */
    static String defaultFor(MethodInfo method) {
        return DefaultSpanNames.ofMethod(simpleName(method.declaringClass()), method.name());
    }

    static String ofClass(ClassInfo type) {
        return DefaultSpanNames.inSnakeCase(simpleName(type));
    }

    static String ofMethod(MethodInfo method) {
        return DefaultSpanNames.inSnakeCase(method.name());
    }

    static String simpleName(ClassInfo type) {
        String declared = type.simpleName();
        return declared == null ? type.name().withoutPackagePrefix() : declared; // an anonymous class has none
    }
}
