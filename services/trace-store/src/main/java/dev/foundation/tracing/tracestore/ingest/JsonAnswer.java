package dev.foundation.tracing.tracestore.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** Answers in JSON. */
final class JsonAnswer {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonAnswer() {
    }

    /** As Tempo writes it: the field is there though it is empty. */
    static byte[] of(ExportTraceServiceResponse answer) {
        ExportTracePartialSuccess partial = answer.getPartialSuccess();
        return write(json -> {
            json.writeObjectFieldStart("partialSuccess");
            if (partial.getRejectedSpans() != 0)
                json.writeStringField("rejectedSpans", Long.toString(partial.getRejectedSpans()));
            if (!partial.getErrorMessage().isEmpty())
                json.writeStringField("errorMessage", partial.getErrorMessage());
            json.writeEndObject();
        });
    }

    static byte[] of(Status error) {
        return write(json -> {
            json.writeNumberField("code", error.getCode());
            json.writeStringField("message", error.getMessage());
        });
    }

    private static byte[] write(Fields fields) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(written)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return written.toByteArray();
    }

    /** What stands in the object. */
    private interface Fields {

        void write(JsonGenerator json) throws IOException;
    }
}
