package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.Descriptors.Descriptor;

import io.opentelemetry.proto.trace.v1.Span;

/**
 * Counts what a request becomes while it is read: an empty span takes two bytes on the wire, next to none in gzip, and a
 * hundred on the heap. One for each request.
 */
final class RequestSize {

    private int spans;
    private int elements;

    /**
     * @param message what is made next; null for a field that is unknown and kept all the same
     * @throws MalformedRequestException if there are too many spans, or too many messages and unknown fields of any kind
     */
    void add(@Nullable Descriptor message) throws MalformedRequestException {
        if (message == Span.getDescriptor() && ++spans > OtlpLimits.SPANS_PER_REQUEST)
            throw new MalformedRequestException("a request may hold " + OtlpLimits.SPANS_PER_REQUEST
                    + " spans, this one has more: send smaller batches");
        if (++elements > OtlpLimits.ELEMENTS_PER_REQUEST)
            throw new MalformedRequestException("a request may hold " + OtlpLimits.ELEMENTS_PER_REQUEST
                    + " spans, events, links, attributes and values, this one has more: send smaller batches");
    }
}
