package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.Nullable;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Sends requests of RestAssured as part of a test's traces. On the test's own thread that happens by itself; for other threads:
 *
 * <pre>{@code
 * given().filter(new RestAssuredTraces(traces)).get("/orders")
 * }</pre>
 */
public final class RestAssuredTraces implements Filter {

    private static final RestAssuredTraces OF_THE_CURRENT_TEST = new RestAssuredTraces();

    private final @Nullable TestTraces traces;

    public RestAssuredTraces(TestTraces traces) {
        this.traces = traces;
    }

    private RestAssuredTraces() {
        traces = null;
    }

    /** Does nothing on a thread without a test. A test may have reset RestAssured, so this is called before each. */
    static synchronized void install() {
        if (!RestAssured.filters().contains(OF_THE_CURRENT_TEST))
            RestAssured.filters(OF_THE_CURRENT_TEST);
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification response,
            FilterContext context) {
        TestTraces owner = traces == null ? CurrentTest.traces() : traces;
        return owner == null ? context.next(request, response) : send(owner, request, response, context);
    }

    private static Response send(TestTraces owner, FilterableRequestSpecification request,
            FilterableResponseSpecification expected, FilterContext context) {
        SentTrace sent = owner.send(request.getHeaders().getValue(SentTrace.HEADER));
        request.replaceHeader(SentTrace.HEADER, sent.traceparent());
        Response response = context.next(request, expected);
        owner.answered(response.header(AnsweredTrace.ID), response.header(AnsweredTrace.SAMPLED));
        return response;
    }
}
