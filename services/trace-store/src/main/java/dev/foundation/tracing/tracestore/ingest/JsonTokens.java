package dev.foundation.tracing.tracestore.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** The tokens of a body one after the other. What is wrong with them is reported as Tempo would. */
final class JsonTokens implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Senders choose the names, and the JVM would keep them for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(OtlpLimits.JSON_DEPTH)
                    .maxStringLength(OtlpLimits.REQUEST_BYTES).maxNumberLength(OtlpLimits.REQUEST_BYTES)
                    .maxNameLength(OtlpLimits.REQUEST_BYTES).build())
            .build();

    private final JsonParser parser;
    private final JsonFault fault;
    private @Nullable JsonToken current;

    JsonTokens(byte[] body) {
        fault = new JsonFault(body);
        try {
            parser = FACTORY.createParser(body);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always there to be read", e);
        }
    }

    /** @return null at the end of the body */
    @Nullable
    JsonToken next() throws MalformedRequestException {
        try {
            current = parser.nextToken();
            return current;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Leaves out the value whose first token is the current one. */
    void skip() throws MalformedRequestException {
        try {
            parser.skipChildren();
            current = parser.currentToken();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** @return the text of a string or a name; digits of a number as they were sent */
    String text() throws MalformedRequestException {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The current token is not what has to stand here. */
    MalformedRequestException unexpected(String operation, String expected) {
        // Where Tempo stops is behind the first character.
        return fault.unexpected(operation, expected, current == null ? parser.currentLocation().getByteOffset()
                : parser.currentTokenLocation().getByteOffset());
    }

    /** The current token has the right form, but its content makes no sense. */
    MalformedRequestException senseless(String operation, String why) {
        return fault.at(operation, why, parser.currentLocation().getByteOffset());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always there to be closed", e);
        }
    }

    private MalformedRequestException broken(IOException reason) {
        long place = reason instanceof JsonProcessingException json && json.getLocation() != null
                ? json.getLocation().getByteOffset()
                : parser.currentLocation().getByteOffset();
        if (reason instanceof StreamConstraintsException)
            return fault.at("Skip", "nested deeper than " + OtlpLimits.JSON_DEPTH + " objects and arrays", place);
        if (parser.getParsingContext().inArray())
            return fault.unexpected("ReadArray", "[ or , or ] or n", place);
        return fault.unexpected("ReadObject", expectedInObject(), place);
    }

    private String expectedInObject() {
        if (current == JsonToken.START_OBJECT)
            return "\" after {";
        return current == JsonToken.FIELD_NAME ? ": after object field" : "{ or , or } or n";
    }
}
