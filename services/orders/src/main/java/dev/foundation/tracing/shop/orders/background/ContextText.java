package dev.foundation.tracing.shop.orders.background;

import static dev.foundation.tracing.Spans.propagateContext;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.foundation.tracing.PropagatedContext;

/** Where a trace stands, as text in a column: its headers, as JSON. */
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
        try {
            return mapper.writeValueAsString(propagateContext().toHeaders());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were not written as JSON", e);
        }
    }

    /** @return without a trace if the text can't be read: no order waits for its trace */
    public PropagatedContext read(String text) {
        try {
            return PropagatedContext.fromHeaders(mapper.readValue(text, HEADERS));
        } catch (JsonProcessingException e) {
            LOG.warnf("a trace is not continued: %s", e.getOriginalMessage());
            return PropagatedContext.fromHeaders(Map.of());
        }
    }
}
