package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into {@code {"error": "…"}}, without stack traces. */
class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    @ServerExceptionMapper
    Response wrongType(NotSupportedException e, HttpHeaders request) {
        // Who sends nothing names no type either: what is missing is the body.
        return request.getMediaType() == null ? answer(Status.BAD_REQUEST, "a JSON body is missing")
                : answer(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
    }

    @ServerExceptionMapper
    Response httpStatus(WebApplicationException e) {
        return answer(e.getResponse().getStatusInfo(), e.getMessage());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("a request failed unexpectedly", e);
        return answer(Status.INTERNAL_SERVER_ERROR, "internal error");
    }

    static Response answer(Response.StatusType status, @Nullable String reason) {
        String error = reason == null ? status.getReasonPhrase() : reason;
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Answer(error)).build();
    }

    record Answer(String error) {
    }
}
