package dev.foundation.tracing.runtime.config;

import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Foundation Tracing, read when the application starts. */
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
@ConfigMapping(prefix = "quarkus.foundation-tracing")
public interface TracingRunTimeConfig {

    /**
     * Whether the extension makes spans in this run. If false, woven methods and {@code Spans} run every body without a span;
     * Quarkus's own spans stay, and {@code propagateContext()} and {@code traceHeaders()} carry those. They are counted when
     * they are exported, bounded in length and looked through for secrets, as if it were true.
     */
    @WithDefault("true")
    boolean active();

    /**
     * Exceptions that are answers rather than failures: a span that one of them leaves records it, but is not marked as
     * failed. Full class names; their subclasses are meant too. Empty: every exception is a failure, unless its class has
     * {@code @ExpectedException}.
     */
    Optional<Set<String>> expectedExceptions();

    /**
     * Whether the ids of the current span are put into the log context (MDC) of a request when a line is logged, rather than
     * whenever a span begins and ends; for Quarkus's spans too. Log lines are the same. If false, or while the logger
     * {@code io.quarkus.opentelemetry.runtime.OpenTelemetryUtil} is at DEBUG, Quarkus does it.
     */
    @WithDefault("true")
    boolean lazyLogCorrelation();

    /** Cache lookups, by quarkus-cache and {@code cacheAside}. */
    Cache cache();

    /** Cache lookups, by quarkus-cache and {@code cacheAside}. */
    interface Cache {

        /** Whether lookups have spans and are counted. */
        @WithDefault("true")
        boolean enabled();

        /** Caches that have no spans and are not counted, by their names. Empty: none is left out. */
        Optional<Set<String>> exclude();

        /**
         * Whether spans tell keys apart by a hash of the key ({@code cache.key.hash}: HMAC-SHA-256, cut to 64 bits). The key
         * itself is never shown.
         */
        @WithDefault("true")
        boolean keyHash();

        /**
         * The secret that hashes of keys are made with, so that they can be compared across processes. Empty: each process
         * has its own, which nobody knows.
         */
        Optional<String> keyHashSecret();

        /**
         * Whether lookups are counted and loads are timed, where the application keeps metrics (Micrometer, or OpenTelemetry
         * with {@code quarkus.otel.metrics.enabled}). Those of quarkus-cache itself stay as they are.
         */
        @WithDefault("true")
        boolean metrics();
    }

    /**
     * How many items of a batch have a span though they succeed, unless the batch says otherwise. Those beyond are summed up
     * on the batch's span; every item that fails has one. Zero: only those.
     */
    @WithDefault("100")
    int batchItemSpans();

    /** Which traces are kept. */
    SamplingConfig sampling();

    /**
     * Where events go that {@code recordEvent} records: to their spans, to OpenTelemetry's logs, which need
     * {@code quarkus.otel.logs.enabled}, or to both. Exceptions stay on spans.
     */
    @WithDefault("span")
    EventsTarget events();

    /** What is found out about spans while the application runs. */
    DiagnosticsConfig diagnostics();

    /** What is counted of spans. */
    NumbersConfig numbers();

    /** Calls by HTTP, in and out. */
    Http http();

    /** Calls by HTTP, in and out. */
    interface Http {

        /**
         * Whether a request without {@code traceparent} begins the trace whose id stands in its {@code x-trace-id}, for callers
         * that know nothing else: 32 lower-case hex digits, anything else is ignored. Whoever can reach the application can put
         * requests into any trace then.
         */
        @WithDefault("false")
        boolean acceptTraceId();

        /**
         * Parameters in addresses whose values are secrets, besides those that are known, such as {@code sig}, {@code token}
         * and
         * {@code password}: spans have {@code REDACTED} in their place. Upper or lower case is the same. Empty: no others.
         */
        Optional<Set<String>> secretParameters();
    }

    /** What is taken out of spans before they leave the process. */
    RedactionConfig redaction();

    /** What attributes may hold. */
    AttributesConfig attributes();
}
