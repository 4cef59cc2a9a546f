package dev.foundation.tracing.deployment.methods;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** What spans may be called, and what they are called if nobody says. */
final class SpanNames {

    static final String RULE = "dot-separated parts of lower-case letters, digits and underscores, each beginning with a letter";

    private static final Pattern GOOD = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private SpanNames() {
    }

    static boolean isGood(String name) {
        return GOOD.matcher(name).matches();
    }

    /** {@code OrderService.placeOrder} becomes {@code order_service.place_order}. */
    static String defaultFor(MethodInfo method) {
        return ofClass(method.declaringClass()) + "." + ofMethod(method);
    }

    static String ofClass(ClassInfo type) {
        return inSnakeCase(simpleName(type));
    }

    static String ofMethod(MethodInfo method) {
        return inSnakeCase(method.name());
    }

    static String simpleName(ClassInfo type) {
        String declared = type.simpleName();
        return declared == null ? type.name().withoutPackagePrefix() : declared; // an anonymous class has none
    }

    private static String inSnakeCase(String camelCase) {
        String plain = camelCase.replaceAll("[^A-Za-z0-9]", "_").replaceAll("^[^A-Za-z]+", "");
        return WORD_START.matcher(plain).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
