package dev.foundation.tracing.shop.payments;

import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;

/** Says why a body was refused, in words for the one who sent it: no Java types, no excerpt of the input. */
final class BadBody {

    private BadBody() {
    }

    static String reason(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null)
            return refused.getMessage();
        if (e instanceof JsonMappingException mapping)
            return pathOf(mapping) + " has the wrong type or form";
        return "malformed JSON: " + e.getOriginalMessage();
    }

    private static String pathOf(JsonMappingException e) {
        String path = e.getPath().stream().map(BadBody::step).collect(Collectors.joining()).replaceFirst("^\\.", "");
        return path.isEmpty() ? "the body" : path;
    }

    private static String step(Reference reference) {
        String field = reference.getFieldName();
        return field == null ? "[" + reference.getIndex() + "]" : "." + field;
    }
}
