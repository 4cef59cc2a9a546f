package dev.foundation.tracing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Methods of {@link HttpClient} that Java 17, which this is compiled for, does not have: there they do nothing. */
final class SinceJava21 {

    static final SinceJava21 SHUTDOWN = new SinceJava21("shutdown");
    static final SinceJava21 SHUTDOWN_NOW = new SinceJava21("shutdownNow");
    static final SinceJava21 IS_TERMINATED = new SinceJava21("isTerminated");
    static final SinceJava21 AWAIT_TERMINATION = new SinceJava21("awaitTermination", Duration.class);
    static final SinceJava21 CLOSE = new SinceJava21("close");

    private final @Nullable Method method;

    private SinceJava21(String name, Class<?>... parameters) {
        this.method = find(name, parameters);
    }

    private static @Nullable Method find(String name, Class<?>... parameters) {
        try {
            return HttpClient.class.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    @Nullable
    Object call(HttpClient client, Object... arguments) {
        if (method == null)
            return null;
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw SinceJava21.<RuntimeException> unchecked(Objects.requireNonNull(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // the method is public
        }
    }

    /** What the client threw goes on as it is, an InterruptedException too. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
