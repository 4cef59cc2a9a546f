package dev.foundation.tracing.deployment.methods;

import java.lang.reflect.Modifier;

import org.jboss.jandex.MethodInfo;

import io.quarkus.runtime.configuration.ConfigurationException;

/** What is wrong with a traced method, said so that its author knows what to do. */
final class TracedMethods {

    private TracedMethods() {
    }

    static boolean hasBody(MethodInfo method) {
        return !Modifier.isAbstract(method.flags()) && !Modifier.isNative(method.flags());
    }

    static ConfigurationException withoutBody(MethodInfo method) {
        String kind = Modifier.isNative(method.flags()) ? "native" : "abstract";
        return new ConfigurationException("@Traced on %s method %s has no body to weave: annotate %s instead"
                .formatted(kind, signature(method), kind.equals("native") ? "its callers" : "its implementations"));
    }

    static ConfigurationException badName(MethodInfo method, String name) {
        return new ConfigurationException("@Traced(\"%s\") on %s is no span name: use %s, such as \"order.place\""
                .formatted(name, signature(method), SpanNames.RULE));
    }

    private static String signature(MethodInfo method) {
        return method.declaringClass().name() + "." + method.name() + "()";
    }
}
