/** OTLP over gRPC and HTTP becomes the model here; Protobuf stops here. */
@NullMarked
package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.NullMarked;
