package dev.foundation.tracing.runtime.http.client;

/** A library whose clients can be made to trace their calls; a bean of applications that have it. */
public interface ClientLibrary {

    /** @return whether the client is one of this library, and traces its calls now */
    boolean trace(Object client);
}
