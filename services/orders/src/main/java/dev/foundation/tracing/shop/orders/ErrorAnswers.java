package dev.foundation.tracing.shop.orders;

import java.util.UUID;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.foundation.tracing.shop.orders.catalog.CatalogFailedException;
import dev.foundation.tracing.shop.orders.catalog.UnknownProductsException;
import dev.foundation.tracing.shop.orders.model.OrderState;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;

/** Turns what went wrong into {@code {"error": "…"}}, without stack traces. */
class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    @ServerExceptionMapper
    Response badOrder(ConstraintViolationException e) {
        return answer(Status.BAD_REQUEST, BadOrder.reason(e));
    }

    @ServerExceptionMapper
    Response unknownProducts(UnknownProductsException e) {
        return answer(Status.NOT_FOUND, e.getMessage());
    }

    @ServerExceptionMapper
    Response catalogFailed(CatalogFailedException e) {
        LOG.warn(e.getMessage());
        return answer(e.reached() ? Status.BAD_GATEWAY : Status.SERVICE_UNAVAILABLE, e.getMessage());
    }

    @ServerExceptionMapper
    Response notPaid(PaymentFailedException e) {
        ResponseBuilder response = e.retryAfter()
                .map(delay -> Response.status(Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, delay.toSeconds()))
                .orElseGet(() -> Response.status(Status.BAD_GATEWAY));
        Answer answer = new Answer(e.getMessage(), e.orderId(), OrderState.PAYMENT_FAILED);
        return response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer).build();
    }

    // Named one by one: for the first of them Quarkus has a mapper of its own, which would be nearer.
    @ServerExceptionMapper({ MismatchedInputException.class, JsonProcessingException.class })
    Response badBody(JsonProcessingException e) {
        return answer(Status.BAD_REQUEST, BadBody.reason(e));
    }

    @ServerExceptionMapper
    Response wrongType(NotSupportedException e, HttpHeaders request) {
        // Who sends nothing names no type either: what is missing is the body.
        return request.getMediaType() == null ? answer(Status.BAD_REQUEST, "a JSON body is missing")
                : answer(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
    }

    @ServerExceptionMapper
    Response httpStatus(WebApplicationException e) {
        String reason = e.getCause() instanceof JsonProcessingException json ? BadBody.reason(json) : e.getMessage();
        return answer(e.getResponse().getStatusInfo(), reason);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("a request failed unexpectedly", e);
        return answer(Status.INTERNAL_SERVER_ERROR, "internal error");
    }

    private static Response answer(Response.StatusType status, @Nullable String reason) {
        String error = reason == null ? status.getReasonPhrase() : reason;
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Answer(error, null, null)).build();
    }

    /**
     * @param id of the order that was stored all the same, if one was
     * @param state that order's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(@Nullable String error, @Nullable UUID id, @Nullable OrderState state) {
    }
}
