package dev.foundation.tracing;

/** Holds what is installed behind the API; the interface itself can have no changing field. */
final class InstalledRuntime {

    static final SpanRuntime WITHOUT_SPANS = new WithoutSpans();

    static volatile SpanRuntime current = WITHOUT_SPANS;

    private InstalledRuntime() {
    }
}
