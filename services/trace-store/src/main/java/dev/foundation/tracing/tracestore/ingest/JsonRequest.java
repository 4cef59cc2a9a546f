package dev.foundation.tracing.tracestore.ingest;

import com.fasterxml.jackson.core.JsonToken;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * A request in JSON, from its bytes.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP in JSON</a>
 */
final class JsonRequest {

    private JsonRequest() {
    }

    /** What stands behind the request is not read, as Tempo does not. */
    static ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        try (JsonTokens tokens = new JsonTokens(body)) {
            JsonToken first = tokens.next();
            if (first == JsonToken.START_OBJECT)
                new JsonMessageReader(tokens).readInto(request);
            else if (first != JsonToken.VALUE_NULL)
                throw tokens.unexpected("ReadObject", "{ or , or } or n");
        }
        return request.build();
    }
}
