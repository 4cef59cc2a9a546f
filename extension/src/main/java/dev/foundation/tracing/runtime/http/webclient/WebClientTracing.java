package dev.foundation.tracing.runtime.http.webclient;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.runtime.http.client.ClientLibrary;
import io.vertx.ext.web.client.impl.WebClientInternal;

/** Vert.x's WebClient, and Mutiny's around it. A bean of applications that have Vert.x's. */
@ApplicationScoped
public class WebClientTracing implements ClientLibrary {

    @Override
    public boolean trace(Object client) {
        Object vertxClient = client instanceof io.smallrye.mutiny.vertx.MutinyDelegate mutiny ? mutiny.getDelegate() : client;
        if (!(vertxClient instanceof WebClientInternal webClient))
            return false;
        try {
            webClient.addInterceptor(new WebClientCalls());
        } catch (IllegalStateException e) {
            // it has one already
        }
        return true;
    }
}
