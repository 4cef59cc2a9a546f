package dev.foundation.tracing.runtime.export;

/**
 * Where spans go.
 *
 * @param protocol {@code grpc} or {@code http/protobuf}; else what the exporter is called
 * @param endpoint its address without credentials; empty if the exporter is one that does not tell
 */
public record ExportTarget(String protocol, String endpoint) {

    @Override
    public String toString() {
        return endpoint.isEmpty() ? protocol : endpoint + " (" + protocol + ")";
    }
}
