package dev.foundation.tracing.benchmarks.store;

import java.util.List;

import com.google.protobuf.ByteString;

/**
 * One request's worth of spans.
 *
 * @param body OTLP in Protobuf
 * @param traceIds of its traces, in hex
 * @param spans how many
 */
record Batch(ByteString body, List<String> traceIds, int spans) {
}
