package dev.foundation.tracing.test.junit;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.UnexpectedTraceError;
import dev.foundation.tracing.test.collect.TraceCollector;

/**
 * The traces of one test, and of no other: those whose {@code x-trace-id} came back to it, those that its requests began, and
 * in
 * this process those that began on its thread. Requests of RestAssured are known by themselves on the test's thread; for others
 * see {@link #over}, {@link RestAssuredTraces}, {@link RestClientTraces} and {@link #headers}. The test's own span is left out
 * of its traces: what it called is a root. Safe from any thread.
 */
public final class TestTraces {

    private final Ownership ownership;
    private final TraceCollector collector;

    TestTraces(TraceCollector collector) {
        this(new Ownership(), collector);
    }

    private TestTraces(Ownership ownership, TraceCollector collector) {
        this.ownership = ownership;
        this.collector = collector;
    }

    /**
     * Waits until the test's one trace is quiet.
     *
     * @throws UnexpectedTraceError if the test has several traces or none, or if the trace does not become quiet in time
     */
    public Trace only() {
        List<OwnedTrace> present = present();
        if (present.size() != 1)
            throw new UnexpectedTraceError("this test has " + counted(present));
        return read(present.get(0));
    }

    /**
     * Waits until the trace is quiet which this test has begun last.
     *
     * @throws UnexpectedTraceError if there is none, or if it does not become quiet in time
     */
    public Trace last() {
        List<OwnedTrace> present = present();
        if (present.isEmpty())
            throw new UnexpectedTraceError("this test has " + counted(present));
        return read(present.get(present.size() - 1));
    }

    /**
     * Waits until all traces of the test are quiet.
     *
     * @return in the order in which they began; empty if there are none
     * @throws UnexpectedTraceError if one of them does not become quiet in time
     */
    public List<Trace> all() {
        return present().stream().map(this::read).toList();
    }

    /**
     * Waits until a trace is quiet. From now on it is one of this test's.
     *
     * @param traceId 32 hex digits, such as the value of {@code x-trace-id}
     * @throws UnexpectedTraceError if it does not become quiet in time
     */
    public Trace of(@Nullable String traceId) {
        if (traceId == null)
            throw new UnexpectedTraceError("null is no trace id: did the response have an x-trace-id?");
        return read(ownership.add(new OwnedTrace(traceId, null, true)));
    }

    /** @see TraceCollector#expecting */
    public TestTraces expecting(String... spanNames) {
        return with(collector.expecting(spanNames));
    }

    /** @see TraceCollector#until */
    public TestTraces until(Consumer<Trace> assertion) {
        return with(collector.until(assertion));
    }

    /** @see TraceCollector#within */
    public TestTraces within(Duration deadline) {
        return with(collector.within(deadline));
    }

    /** @see TraceCollector#settlingFor */
    public TestTraces settlingFor(Duration settle) {
        return with(collector.settlingFor(settle));
    }

    /** Headers for one request by any client. They begin a trace of this test, which is sampled. */
    public Map<String, String> headers() {
        SentTrace sent = send(null);
        return Map.of(SentTrace.HEADER, sent.traceparent());
    }

    /** @return sends requests by the given client, each with {@link #headers()} unless it has a {@code traceparent} */
    public HttpClient over(HttpClient client) {
        return new TracedHttpClient(client, this);
    }

    /** @param traceparent what the request has already; null if nothing */
    SentTrace send(@Nullable String traceparent) {
        SentTrace sent = SentTrace.continuing(traceparent);
        ownership.add(new OwnedTrace(sent.traceId(), sent.spanId(), false));
        return sent;
    }

    /** @param traceId what came back as {@code x-trace-id}; null if nothing */
    void answered(@Nullable String traceId, @Nullable String sampled) {
        if (traceId != null && "0".equals(sampled))
            ownership.notSampled(traceId);
        else if (traceId != null)
            ownership.add(new OwnedTrace(traceId, null, true));
    }

    void began(String traceId) {
        ownership.add(new OwnedTrace(traceId, null, true));
    }

    /** What has arrived by now, without waiting. */
    List<Trace> soFar() {
        return ownership.traces().stream().flatMap(owned -> collectorOf(owned).find(owned.traceId()).stream()).toList();
    }

    /** If the application says which requests it traces, the others need not have spans. */
    private List<OwnedTrace> present() {
        List<OwnedTrace> all = ownership.traces();
        boolean told = all.stream().anyMatch(OwnedTrace::certain);
        return told ? all.stream().filter(owned -> owned.certain() || isThere(owned)).toList() : all;
    }

    private boolean isThere(OwnedTrace owned) {
        return collectorOf(owned).find(owned.traceId()).isPresent();
    }

    private Trace read(OwnedTrace owned) {
        return collectorOf(owned).trace(owned.traceId());
    }

    private TraceCollector collectorOf(OwnedTrace owned) {
        return owned.callerSpanId() == null ? collector : collector.calledBy(owned.callerSpanId());
    }

    private TestTraces with(TraceCollector other) {
        return new TestTraces(ownership, other);
    }

    private String counted(List<OwnedTrace> present) {
        if (present.isEmpty() && ownership.notSampled() > 0)
            return "no trace: " + ownership.notSampled()
                    + " of its requests were answered with x-trace-sampled: 0, so no span of"
                    + " theirs was kept. Does the test send a traceparent that ends in -00?";
        if (present.isEmpty())
            return "no trace: none of its requests was traced, and no span began on its thread. Requests of clients other than"
                    + " RestAssured, or on other threads, need a filter: see TestTraces";
        return present.size() + " traces, choose by last(), all() or of(traceId):\n"
                + present.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(OwnedTrace owned) {
        List<String> roots = new ArrayList<>();
        collectorOf(owned).find(owned.traceId())
                .ifPresent(trace -> trace.roots().stream().map(TraceSpan::name).forEach(roots::add));
        return "  " + owned.traceId() + "  " + (roots.isEmpty() ? "(no root yet)" : String.join(", ", roots));
    }
}
