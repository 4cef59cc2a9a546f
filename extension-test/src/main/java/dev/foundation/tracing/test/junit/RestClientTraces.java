package dev.foundation.tracing.test.junit;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * Sends requests of a Jakarta REST or MicroProfile REST client as part of a test's traces:
 *
 * <pre>{@code
 * RestClientBuilder.newBuilder().baseUri(uri).register(new RestClientTraces(traces)).build(Orders.class)
 * }</pre>
 *
 * If the client is traced itself, its span is the test's own: the trace goes on, and that span is left out of it.
 */
// Last, to see what the client's own instrumentation has put into the request.
@Priority(Integer.MAX_VALUE)
public final class RestClientTraces implements ClientRequestFilter, ClientResponseFilter {

    private final TestTraces traces;

    public RestClientTraces(TestTraces traces) {
        this.traces = traces;
    }

    @Override
    public void filter(ClientRequestContext request) {
        SentTrace sent = traces.send(request.getHeaderString(SentTrace.HEADER));
        request.getHeaders().putSingle(SentTrace.HEADER, sent.traceparent());
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        traces.answered(response.getHeaderString(AnsweredTrace.ID), response.getHeaderString(AnsweredTrace.SAMPLED));
    }
}
