package dev.foundation.tracing.shop.payments;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonLocation;
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
        return "malformed JSON" + placeOf(e.getLocation());
    }

    /** The parser's own message quotes what it stumbled on, and that may be anything. */
    private static String placeOf(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
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
