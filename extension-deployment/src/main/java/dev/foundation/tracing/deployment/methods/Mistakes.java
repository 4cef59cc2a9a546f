package dev.foundation.tracing.deployment.methods;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.MethodInfo;

import io.quarkus.runtime.configuration.ConfigurationException;

/** What is wrong with methods that are to have a span, collected, and each said so that its author knows what to do. */
final class Mistakes {

    private final List<Throwable> found = new ArrayList<>();

    void add(String message) {
        found.add(new ConfigurationException(message));
    }

    List<Throwable> found() {
        return found;
    }

    static String signature(MethodInfo method) {
        return method.declaringClass().name() + "." + method.name() + "()";
    }
}
