package dev.foundation.tracing.control;

/**
 * A bean that answers "where are my spans?". Safe from any thread.
 *
 * <pre>{@code
 * @Inject
 * Diagnostics diagnostics;
 *
 * boolean losesSpans() {
 *     return diagnostics.report().spans().dropped() > 0;
 * }
 * }</pre>
 */
public interface Diagnostics {

    /** @return how things stand now */
    TracingReport report();
}
