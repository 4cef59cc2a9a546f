package dev.foundation.tracing.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Foundation Tracing, fixed when the application is built. */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.foundation-tracing")
public interface TracingBuildTimeConfig {

    /**
     * Whether the extension does anything. If false, no bytecode is woven and {@code Spans} runs every body without a span;
     * Quarkus's own spans stay as they are.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Methods that have a span without any annotation, as {@code com.acme..*Service#*}: a class and a method, where {@code *}
     * stands for any part of a name, and {@code ..} for packages of any depth. Every method with a body is meant that the
     * source declares, private ones too, but none of Quarkus's and OpenTelemetry's own, which spans are made with. A pattern
     * that matches nothing is a mistake. Empty: none.
     */
    Optional<List<String>> methods();

    /** What makes the span of a bean's method with OpenTelemetry's {@code @WithSpan}. */
    @WithDefault("quarkus")
    WithSpanOnBeans withSpanOnBeans();

    /** The doctor: one answer to "where are my spans?". */
    DiagnosticsBuildTimeConfig diagnostics();

    /** What is shown of fault tolerance. */
    FaultTolerance faultTolerance();

    /** Retries, circuit breakers, timeouts and the like, where the application has SmallRye Fault Tolerance. */
    interface FaultTolerance {

        /**
         * Whether guarded calls have spans that tell of attempts, back-off and what else happened. If false, they are as
         * without this extension.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Where Quarkus cannot make it (private, static, no bean), the extension does in any case. */
    enum WithSpanOnBeans {
        /** Quarkus's interceptor, as without this extension. */
        QUARKUS,
        /** This extension, as if the annotation were {@code @Traced}: asynchronous results and order as there. */
        FOUNDATION_TRACING
    }
}
