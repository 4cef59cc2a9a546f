package dev.foundation.tracing.runtime.http.vertx;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.http.client.HttpNames;

/**
 * What a call asks for.
 *
 * @param url the whole address, with secrets if it has some
 * @param host null if the address has none
 */
public record CallTarget(String method, String url, @Nullable String host, long port) {

    public static CallTarget of(String method, URI address) {
        return new CallTarget(method, address.toString(), address.getHost(), HttpNames.port(address));
    }
}
