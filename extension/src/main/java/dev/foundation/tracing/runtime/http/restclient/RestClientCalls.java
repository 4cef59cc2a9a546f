package dev.foundation.tracing.runtime.http.restclient;

import java.util.concurrent.CompletionStage;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

import dev.foundation.tracing.runtime.http.vertx.CallTarget;
import dev.foundation.tracing.runtime.http.vertx.ClientCall;
import dev.foundation.tracing.runtime.http.vertx.VertxTracing;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;

/** Sees each call of a REST client before it is sent, and how it ends. */
@Priority(Integer.MAX_VALUE) // last, for filters before may change the address
final class RestClientCalls implements ClientRequestFilter {

    private static final String URL_TEMPLATE = "ClientUrlPathTemplate";

    @Override
    public void filter(ClientRequestContext request) {
        try {
            if (request instanceof ResteasyReactiveClientRequestContext reactive && VertxTracing.isInstalled())
                observe(reactive);
        } catch (RuntimeException e) {
            TracingFailures.report("a call of a REST client is not observed", e);
        }
    }

    private static void observe(ResteasyReactiveClientRequestContext request) {
        Context parent = currentFor(request);
        if (isDropped(Span.fromContext(parent)))
            return;
        String template = request.getContext().getLocal(URL_TEMPLATE);
        String operation = template == null ? null : request.getMethod() + " " + template;
        ClientCall call = new ClientCall(parent, CallTarget.of(request.getMethod(), request.getUri()), 0, operation, template);
        call.announceIn(request.getContext());
        CompletionStage<?> result = request.unwrap(RestClientRequestContext.class).getResult();
        result.whenComplete((response, failure) -> call.end(failure == null ? null : causeOf(failure)));
    }

    private static boolean isDropped(Span parent) {
        return parent.getSpanContext().isValid() && !parent.getSpanContext().isSampled() && !parent.isRecording();
    }

    private static Context currentFor(ResteasyReactiveClientRequestContext request) {
        Context ofTheCall = QuarkusContextStorage.getOtelContext(request.getContext());
        return ofTheCall == null ? Context.current() : ofTheCall;
    }

    /** The REST client wraps what went wrong, which says no more than that something did. */
    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ProcessingException && cause != null ? cause : failure;
    }
}
