package dev.foundation.tracing.shop.catalog;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Turns what went wrong into {@code {"error": "…"}}, without stack traces. */
class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    // Named one by one: for the first of them Quarkus has a mapper of its own, which would be nearer.
    @ServerExceptionMapper({ MismatchedInputException.class, JsonProcessingException.class })
    Response badBody(JsonProcessingException e) {
        return answer(Status.BAD_REQUEST.getStatusCode(), BadBody.reason(e));
    }

    @ServerExceptionMapper
    Response httpStatus(WebApplicationException e) {
        String reason = e.getCause() instanceof JsonProcessingException json ? BadBody.reason(json) : e.getMessage();
        return answer(e.getResponse().getStatus(), reason);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("a request failed unexpectedly", e);
        return answer(Status.INTERNAL_SERVER_ERROR.getStatusCode(), "internal error");
    }

    private static Response answer(int status, @Nullable String reason) {
        String error = reason == null ? "status " + status : reason;
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Answer(error)).build();
    }

    record Answer(String error) {
    }
}
