package dev.foundation.tracing.shop.orders.background;

import static dev.foundation.tracing.Spans.propagateContext;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.foundation.tracing.PropagatedContext;
import io.opentelemetry.api.baggage.Baggage;

/** Where a trace stands, as text in a column: the trace's own headers, as JSON. */
@ApplicationScoped
public class ContextText {

    private static final Logger LOG = Logger.getLogger(ContextText.class);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private final ObjectMapper mapper;

    ContextText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String current() {
        // Not the baggage: it is whatever a caller sent, would be stored for good, and would bring what was meant for one call,
        // such as a fault, to every later try.
        PropagatedContext traceOnly = new PropagatedContext(propagateContext().span(), Baggage.empty());
        try {
            return mapper.writeValueAsString(traceOnly.toHeaders());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were not written as JSON", e);
        }
    }

    /** @return without a trace if the text can't be read: no order waits for its trace; never throws */
    public PropagatedContext read(String text) {
        return PropagatedContext.fromHeaders(headers(text));
    }

    private Map<String, String> headers(String text) {
        try {
            @Nullable
            Map<String, @Nullable String> headers = mapper.readValue(text, HEADERS);
            return headers == null ? Map.of() : withoutNulls(headers);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warnf("a trace is not continued: %s", e);
            return Map.of();
        }
    }

    private static Map<String, String> withoutNulls(Map<String, @Nullable String> headers) {
        Map<String, String> present = new HashMap<>();
        headers.forEach((name, value) -> {
            if (value != null)
                present.put(name, value);
        });
        return present;
    }
}
