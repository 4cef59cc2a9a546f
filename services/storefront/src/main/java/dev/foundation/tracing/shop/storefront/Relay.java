package dev.foundation.tracing.shop.storefront;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;

/** Answers with what a service behind the storefront answered. */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);

    private Relay() {
    }

    /**
     * @param service its name
     * @param call to that service
     * @return status and JSON as they came; 502 if it was no JSON, 503 if the service cannot be reached, 504 if it took too
     *         long
     */
    static Response answerOf(String service, Supplier<Response> call) {
        return answerOf(service, "", call);
    }

    /** @param late what else to say if the service took too long, for it may have done what it was asked to */
    static Response answerOf(String service, String late, Supplier<Response> call) {
        try (Response response = call.get()) {
            return passOn(service, response);
        } catch (ProcessingException e) {
            LOG.warnf("%s gave no answer: %s", service, e.getMessage());
            return tookTooLong(e) ? ErrorAnswers.answer(Status.GATEWAY_TIMEOUT, service + " did not answer in time" + late)
                    : ErrorAnswers.answer(Status.SERVICE_UNAVAILABLE, service + " cannot be reached");
        }
    }

    /**
     * Whether the request was on its way: a connection that was not made in time is no such timeout, but a ConnectException.
     */
    private static boolean tookTooLong(ProcessingException e) {
        return Stream.<Throwable> iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(TimeoutException.class::isInstance);
    }

    private static Response passOn(String service, Response response) {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            LOG.warnf("%s answered with status %d and no JSON", service, response.getStatus());
            return ErrorAnswers.answer(Status.BAD_GATEWAY, service + " gave no answer that can be passed on");
        }
        ResponseBuilder answer = Response.status(response.getStatus()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(response.readEntity(String.class));
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null)
                answer.header(name, value);
        }
        return answer.build();
    }
}
