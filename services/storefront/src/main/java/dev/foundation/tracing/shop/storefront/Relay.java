package dev.foundation.tracing.shop.storefront;

import java.util.List;
import java.util.function.Supplier;

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
     * @return status and JSON as they came; 502 if it was no JSON, 503 if there was no answer
     */
    static Response answerOf(String service, Supplier<Response> call) {
        try (Response response = call.get()) {
            return passOn(service, response);
        } catch (ProcessingException e) {
            LOG.warnf("%s cannot be reached: %s", service, e.getMessage());
            return ErrorAnswers.answer(Status.SERVICE_UNAVAILABLE, service + " cannot be reached");
        }
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
