package dev.foundation.tracing.tracestore.ingest;

import java.io.IOException;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** A request in Protobuf, from its bytes. */
final class ProtobufRequest {

    private ProtobufRequest() {
    }

    static ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
        try {
            RequestScan.check(body);
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (IOException e) {
            throw new MalformedRequestException(reason(String.valueOf(e.getMessage())));
        }
    }

    // Tempo's words for the commonest mistake; the library's are about its own code.
    private static String reason(String message) {
        return message.contains("ended unexpectedly") ? "unexpected EOF" : "not an OTLP request in Protobuf: " + message;
    }
}
