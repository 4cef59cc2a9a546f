package dev.foundation.tracing.runtime.http.restclient;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Gives every REST client the filter, whether it is declared or built. MicroProfile REST Client finds it by name. */
public final class RestClientTracing implements RestClientListener {

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        builder.register(new RestClientCalls());
    }
}
