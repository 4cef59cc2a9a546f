package dev.foundation.tracing.deployment.weaving;

import java.lang.reflect.InvocationTargetException;

import jakarta.inject.Inject;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Calls the one method of each of a thousand classes, every second of which is traced, and says how many spans that made. */
@QuarkusMain
public class ThousandClasses implements QuarkusApplication {

    static final int CLASSES = 1_000;
    static final String NAME = "dev.foundation.tracing.deployment.weaving.Many";
    static final String METHOD = "work";

    @Inject
    EndedSpans spans;

    @Override
    public int run(String... arguments) throws ReflectiveOperationException {
        for (int i = 0; i < CLASSES; i++)
            call(Class.forName(NAME + i, true, Thread.currentThread().getContextClassLoader()));
        System.out.println("spans made: " + spans.all().size());
        return 0;
    }

    private static void call(Class<?> type) throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
        type.getMethod(METHOD).invoke(null);
    }
}
