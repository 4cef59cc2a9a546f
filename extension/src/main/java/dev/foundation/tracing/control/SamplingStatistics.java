package dev.foundation.tracing.control;

import java.util.List;

/**
 * What became of local roots: {@code sampling.statistics().rules().get(0).kept()} is how many the first rule kept.
 *
 * @param rules in their order
 * @param withoutRule those that no rule matched, decided by the sampler that Quarkus is configured with
 * @param notSampledByCallers requests of callers that had not sampled them, about which no rule decides; what Quarkus
 *        suppresses is not among them
 * @param held those that were not sampled but held until their end
 */
public record SamplingStatistics(List<OfRule> rules, OfRule withoutRule, long notSampledByCallers, Held held) {

    public SamplingStatistics {
        rules = List.copyOf(rules);
    }

    /**
     * @param title the rule's name, or its pattern; for roots without a rule, the sampler that decides
     * @param seen local roots that it decided about
     * @param kept those of them that were sampled
     * @param dropped those that were not; some of them may have been held and kept in the end
     */
    public record OfRule(String title, long seen, long kept, long dropped) {
    }

    /**
     * @param traces how many were held so far
     * @param keptTraces those that were kept in the end
     * @param keptSpans spans that were handed over to be exported
     * @param forgottenSpans spans of traces that were neither failed nor slow
     * @param refusedTraces those that were not held, since there was no room
     * @param refusedSpans spans that a held trace had no room for
     * @param expiredSpans spans of traces that were given up: held as long as is allowed, or until nothing was to be kept any
     *        more
     * @param spansNow how many places are taken now: one for each root that runs, and one for each span that is held
     * @param bytesNow how much memory they take, as estimated
     */
    public record Held(long traces, long keptTraces, long keptSpans, long forgottenSpans, long refusedTraces,
            long refusedSpans, long expiredSpans, int spansNow, long bytesNow) {
    }
}
