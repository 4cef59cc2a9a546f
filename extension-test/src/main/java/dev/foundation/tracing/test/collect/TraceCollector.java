package dev.foundation.tracing.test.collect;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.UnexpectedTraceError;
import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;

/**
 * Gives tests the traces of a system, once they are quiet: no parent missing, no span open that is known here, nothing new for
 * a while. Safe from any thread.
 *
 * <pre>{@code
 * try (TraceCollector collector = TraceCollector.start()) {
 *     launchServicesWith(collector.settings());
 *     String traceId = placeOrder().header("x-trace-id");
 *     Trace trace = collector.expecting("order.fulfil").trace(traceId);
 * }
 * }</pre>
 */
public final class TraceCollector implements AutoCloseable {

    private static final Duration SETTLE_IN_PROCESS = Duration.ofMillis(50);
    private static final Duration SETTLE_OVER_NETWORK = Duration.ofMillis(300);

    private final TraceSource source;
    private final Patience patience;
    private final @Nullable TraceStore receiver;

    private TraceCollector(TraceSource source, Patience patience, @Nullable TraceStore receiver) {
        this.source = source;
        this.patience = patience;
        this.receiver = receiver;
    }

    /**
     * Receives spans by OTLP on free ports of the loopback interface, from as many processes as export to it.
     *
     * @return to be closed by the caller
     */
    public static TraceCollector start() {
        TraceStore receiver = TraceStore.start(TraceStoreOptions.onFreePorts());
        return new TraceCollector(TempoSource.at(loopback(receiver.queryPort())), Patience.settlingFor(SETTLE_OVER_NETWORK),
                receiver);
    }

    /**
     * Reads from a Grafana Tempo, or from whatever answers its API.
     *
     * @param tempo where the API begins, without {@code /api}: {@code http://localhost:3200}
     */
    public static TraceCollector of(URI tempo) {
        return new TraceCollector(TempoSource.at(tempo), Patience.settlingFor(SETTLE_OVER_NETWORK), null);
    }

    /**
     * Reads what a {@link SpanCollector} in this process has seen. A Quarkus application under test has one by itself if it
     * uses the extension.
     */
    public static TraceCollector ofThisProcess() {
        return new TraceCollector(SpansOfThisProcess.INSTANCE, Patience.settlingFor(SETTLE_IN_PROCESS), null);
    }

    /** @param deadline how long a trace is waited for at most; 10 s if nothing is said */
    public TraceCollector within(Duration deadline) {
        return with(source, patience.within(deadline));
    }

    /**
     * @param settle how long nothing new must have arrived; 300 ms if nothing is said, 50 ms within this process. Longer than
     *        what exporters wait for the next batch, or use {@link #expecting}
     */
    public TraceCollector settlingFor(Duration settle) {
        return with(source, patience.settling(settle));
    }

    /** @param spanNames spans that must be there, each at least once, beside those asked for before */
    public TraceCollector expecting(String... spanNames) {
        return with(source, patience.expecting(List.of(spanNames)));
    }

    /** @param assertion is tried on a quiet trace until it throws nothing; beside those asked for before */
    public TraceCollector until(Consumer<Trace> assertion) {
        return with(source, patience.until(assertion));
    }

    /**
     * Leaves the caller's own span out of what is read: whatever it called is a root, and not an orphan.
     *
     * @param spanId the parent in the {@code traceparent} that the caller sent: 16 hex digits
     */
    public TraceCollector calledBy(String spanId) {
        return with(new WithoutCaller(source, spanId), patience);
    }

    /**
     * Waits until a trace is quiet and has what was asked for. No answer at all, a failure of the store (5xx) and an
     * unreadable answer count as "not yet".
     *
     * @param traceId hex digits
     * @throws UnexpectedTraceError at the deadline; says what was amiss and shows what had arrived
     * @throws IllegalStateException if the request is refused (4xx)
     */
    public Trace trace(String traceId) {
        return new TraceWait(source, traceId, patience).await();
    }

    /**
     * Does not wait.
     *
     * @return what has arrived of the trace; empty if that is nothing
     * @throws UncheckedIOException if there is no answer
     * @throws IllegalStateException if the answer is neither a trace nor "not found"
     */
    public Optional<Trace> find(String traceId) {
        return source.find(traceId);
    }

    /**
     * Calls back for each trace that begins on the current thread. Only {@link #ofThisProcess()} knows of any.
     *
     * @param began gets the trace id; must not throw
     * @return ends it; to be closed on the same thread
     */
    public static Watch watchThisThread(Consumer<String> began) {
        return SpansOfThisProcess.watchThisThread(began);
    }

    /** @throws IllegalStateException unless this was {@linkplain #start() started} */
    public URI otlpGrpc() {
        return loopback(receiver().otlpGrpcPort());
    }

    /** @throws IllegalStateException unless this was {@linkplain #start() started} */
    public URI otlpHttp() {
        return loopback(receiver().otlpHttpPort());
    }

    /**
     * What makes a Quarkus application export to this collector, and soon: for a test resource or for system properties.
     *
     * @throws IllegalStateException unless this was {@linkplain #start() started}
     */
    public Map<String, String> settings() {
        return Map.of("quarkus.otel.exporter.otlp.endpoint", otlpGrpc().toString(), "quarkus.otel.exporter.otlp.protocol",
                "grpc", "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    /** Stops receiving, if this was started; what has arrived is gone. Closing again does nothing. */
    @Override
    public void close() {
        if (receiver != null)
            receiver.close();
    }

    private TraceStore receiver() {
        if (receiver == null)
            throw new IllegalStateException("this collector only reads: for one that receives, use TraceCollector.start()");
        return receiver;
    }

    private TraceCollector with(TraceSource otherSource, Patience otherPatience) {
        return new TraceCollector(otherSource, otherPatience, receiver);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends something without an exception. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
