package dev.foundation.tracing.control;

import java.util.function.UnaryOperator;

/**
 * Which traces are kept, changeable while the application runs. A bean of every application that has the extension:
 *
 * <pre>{@code
 * @Inject
 * Sampling sampling;
 *
 * void lookCloser() {
 *     sampling.change(now -> now.withRules(List.of(SamplingRule.forRoute("/checkout/**").always())));
 * }
 * }</pre>
 *
 * What it changes holds for this process until it stops; the configuration says what holds at its next start. Safe from any
 * thread.
 */
public interface Sampling {

    /** @return what holds now */
    SamplingSettings settings();

    /**
     * Lets other settings hold from now on. A rule that stays the same keeps its figures.
     *
     * @param change makes new settings of those that hold now; it runs alone, so no change of another thread is lost
     * @throws SamplingMistakesException if anything is wrong with them, with all mistakes at once; nothing is changed then
     */
    void change(UnaryOperator<SamplingSettings> change);

    /** @return how many local roots there were, and what became of them, since the start */
    SamplingStatistics statistics();
}
