package dev.foundation.tracing.test.collect;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.foundation.tracing.test.Trace;

/** A Tempo, or the trace store, by its API. */
record TempoSource(URI address, TempoClient client) implements TraceSource {

    static TempoSource at(URI address) {
        return new TempoSource(address, TempoClient.at(address));
    }

    @Override
    public Optional<Trace> find(String traceId) {
        return client.find(traceId);
    }

    /** Of the processes that export there, only this one can be asked. */
    @Override
    public List<String> openSpans(String traceId) {
        return SpansOfThisProcess.INSTANCE.openSpans(traceId);
    }

    @Override
    public String advice() {
        return "Does the application export to what " + address
                + " shows, and often enough? Quarkus waits 5 s by default: set quarkus.otel.bsp.schedule.delay=100ms";
    }
}
