package dev.foundation.tracing.tracestore.model;

/**
 * One service's part of a trace.
 *
 * @param spans how many spans it recorded
 * @param errors how many of them failed
 */
public record ServiceCount(int spans, int errors) {

    /** The count of a single span. */
    static ServiceCount of(Span span) {
        return new ServiceCount(1, span.isError() ? 1 : 0);
    }

    ServiceCount plus(ServiceCount other) {
        return new ServiceCount(spans + other.spans, errors + other.errors);
    }
}
