package dev.foundation.tracing.tracestore.ingest;

import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** The two forms in which OTLP is written. A request is answered in its own. */
enum OtlpFormat {

    JSON("application/json") {
        @Override
        ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
            return JsonRequest.parse(body);
        }

        @Override
        byte[] write(ExportTraceServiceResponse answer) {
            return JsonAnswer.of(answer);
        }

        @Override
        byte[] write(Status error) {
            return JsonAnswer.of(error);
        }
    },

    PROTOBUF("application/x-protobuf") {
        @Override
        ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
            return ProtobufRequest.parse(body);
        }

        @Override
        byte[] write(ExportTraceServiceResponse answer) {
            return answer.toByteArray();
        }

        @Override
        byte[] write(Status error) {
            return error.toByteArray();
        }
    };

    private final String mediaType;

    OtlpFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    abstract ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException;

    abstract byte[] write(ExportTraceServiceResponse answer);

    abstract byte[] write(Status error);
}
