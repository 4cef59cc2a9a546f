package dev.foundation.tracing.traffic;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What happened since it was last told. Safe from any thread. */
final class Tally {

    private final Map<String, Integer> answers = new TreeMap<>();
    private int leftOut;
    private @Nullable Slowest slowest;
    private @Nullable String silence;

    synchronized void answered(Visit visit, Storefront.Answer answer, Duration took) {
        answers.merge(String.valueOf(answer.status()), 1, Integer::sum);
        if (slowest == null || took.compareTo(slowest.took()) > 0)
            slowest = new Slowest(visit.name(), took, answer.traceId());
    }

    synchronized void notAnswered(Throwable reason) {
        answers.merge("no answer", 1, Integer::sum);
        silence = reason.toString();
    }

    synchronized void leftOut() {
        leftOut++;
    }

    synchronized int leftOutSoFar() {
        return leftOut;
    }

    /** Tells it in one line, and begins anew. */
    synchronized String tell() {
        int sent = answers.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder line = new StringBuilder().append(sent).append(" requests");
        answers.forEach((answer, times) -> line.append(", ").append(answer).append(": ").append(times));
        if (leftOut > 0)
            line.append("; ").append(leftOut).append(" left out, for too many were on their way");
        if (slowest != null)
            line.append("; slowest ").append(slowest);
        if (silence != null)
            line.append("; last without an answer: ").append(silence);
        reset();
        return line.toString();
    }

    private void reset() {
        answers.clear();
        leftOut = 0;
        slowest = null;
        silence = null;
    }

    private record Slowest(String visit, Duration took, String traceId) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s: %s, trace %s", took.toMillis() / 1000.0, visit, traceId);
        }
    }
}
