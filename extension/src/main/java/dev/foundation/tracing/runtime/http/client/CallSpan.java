package dev.foundation.tracing.runtime.http.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.TracingFailures;

/** The span of one call by the JDK's client, by the semantic conventions. */
final class CallSpan {

    private static final String CANCELLED = "cancelled";

    private final OngoingSpan span;

    CallSpan(OngoingSpan span) {
        this.span = span;
    }

    CallSpan begins(HttpRequest request, SafeUrls urls) {
        String method = request.method();
        span.setAttribute(HttpNames.METHOD, HttpNames.isKnown(method) ? method : HttpNames.OTHER_METHOD);
        if (!HttpNames.isKnown(method))
            span.setAttribute(HttpNames.ORIGINAL_METHOD, method);
        URI address = request.uri();
        span.setAttribute(HttpNames.URL_FULL, urls.url(address.toString()));
        span.setAttribute(HttpNames.SERVER_ADDRESS, address.getHost());
        span.setAttribute(HttpNames.SERVER_PORT, HttpNames.port(address));
        return this;
    }

    /** The work goes on elsewhere. */
    void leave() {
        span.leave();
    }

    /** Ends the span, with one of the two. */
    void end(@Nullable HttpResponse<?> response, @Nullable Throwable failure, CountedBody<?> body) {
        try {
            if (response != null)
                describe(response, body);
            if (failure != null)
                describe(failure);
        } catch (RuntimeException e) {
            TracingFailures.report("a response was not described", e);
        }
        span.close();
    }

    private void describe(HttpResponse<?> response, CountedBody<?> body) {
        span.setAttribute(HttpNames.STATUS_CODE, (long) response.statusCode());
        span.setAttribute(HttpNames.PROTOCOL_VERSION, version(response.version()));
        long size = size(response, body);
        if (size >= 0)
            span.setAttribute(HttpNames.BODY_SIZE, size);
        long resends = resends(response);
        if (resends > 0)
            span.setAttribute(HttpNames.RESEND_COUNT, resends);
        if (HttpNames.isFailure(response.statusCode()))
            span.setAttribute(HttpNames.ERROR_TYPE, Integer.toString(response.statusCode())).fail("");
    }

    private void describe(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException)
            span.setAttribute(CANCELLED, true);
        else
            span.fail(cause);
    }

    /** A body that is still being read has the size that the server said. */
    private static long size(HttpResponse<?> response, CountedBody<?> body) {
        long counted = body.size();
        return counted >= 0 ? counted : response.headers().firstValueAsLong(HttpNames.CONTENT_LENGTH).orElse(-1);
    }

    private static long resends(HttpResponse<?> response) {
        long resends = 0;
        for (Optional<? extends HttpResponse<?>> previous = response.previousResponse(); previous
                .isPresent(); previous = previous.get().previousResponse())
            resends++;
        return resends;
    }

    /** @return as in the first line of a request, for Java knows versions that it does not know here */
    private static String version(HttpClient.Version version) {
        String[] parts = version.name().split("_", -1);
        return parts.length > 2 ? parts[1] + "." + parts[2] : parts[parts.length - 1];
    }
}
