package dev.foundation.tracing.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** Which traces are kept. */
public interface SamplingConfig {

    /**
     * Decide about local roots, in their order: the first that matches does. Where none does, and below a parent, the sampler
     * that Quarkus is configured with decides. Empty: it always does.
     */
    List<Rule> rules();

    /** Texts, so that all that is wrong with them can be said at once. */
    interface Rule {

        /** What statistics and {@code sampling.reason} call the rule. Empty: its pattern. */
        Optional<String> name();

        /** The name that a span starts with; {@code *} stands for any part. Empty: the rule has a route. */
        Optional<String> spanName();

        /**
         * Requests by method, if it begins with one, and path, as <code>GET /products/{sku}</code> or {@code /admin/**}. Empty:
         * the rule has a span's name.
         */
        Optional<String> route();

        /** {@code always}, {@code never}, {@code ratio}, {@code rate-limited} or {@code adaptive}. */
        Optional<String> strategy();

        /** How many are kept, from 0 to 1. For {@code ratio} alone. */
        Optional<String> ratio();

        /** How many are kept each second. For {@code rate-limited} alone. */
        Optional<String> perSecond();

        /** How many are kept at once after a pause. For {@code rate-limited} alone. Empty: as many as in a second. */
        Optional<String> burst();

        /** How many are to be kept each second, whatever the load is. For {@code adaptive} alone. */
        Optional<String> targetPerSecond();

        /**
         * What the rule does not keep is kept all the same if its root takes longer; no more than {@code keep.max-time}. Empty:
         * as {@code keep} says.
         */
        Optional<String> slowerThan();
    }

    /**
     * Names of span points that make no spans; {@code *} stands for any part. What is inside them hangs on what is around them.
     * Quarkus's own spans are none of them. Empty: all make spans.
     */
    Optional<Set<String>> switchedOff();

    /** Traces that are not sampled, and kept in the end all the same. */
    Keep keep();

    /** Traces that are not sampled, and kept in the end all the same. */
    interface Keep {

        /** Whether those are kept whose local root ends as failed. */
        @WithDefault("false")
        boolean failed();

        /** Those are kept whose local root takes longer; no more than {@code max-time}. Empty: none. */
        Optional<Duration> slowerThan();

        /** How many spans are held at most until their root ends; of one trace no more than a quarter of them. */
        @WithDefault("4096")
        int maxSpans();

        /** How much memory they take at most, as estimated; of one trace no more than a quarter of it. */
        @WithDefault("16M")
        MemorySize maxBytes();

        /** How long a trace is held at most. */
        @WithDefault("30S")
        Duration maxTime();
    }
}
