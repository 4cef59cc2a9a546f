package dev.foundation.tracing.runtime.diagnostics;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

/** What has been found out about spans in this run of the application. */
@Singleton
public class SpanFindings {

    private volatile UnendedSpans unended = new UnendedSpans(false, Duration.ZERO);
    private volatile LostContexts lost = new LostContexts(false);

    /** @param isDevOrTest whether to look at everything, and to warn of it at once */
    public void begin(boolean isDevOrTest, Duration openTooLong) {
        unended = new UnendedSpans(isDevOrTest, openTooLong);
        lost = new LostContexts(isDevOrTest);
    }

    public UnendedSpans looksForUnended() {
        return unended;
    }

    public LostContexts looksForLost() {
        return lost;
    }

    /** @return spans that were never ended, by the places where they began, the most frequent first */
    public List<UnendedSpan> unended() {
        return unended.found();
    }

    /** @return work that ran without the context it should have had, by its places, the most frequent first */
    public List<LostContext> lostContexts() {
        return lost.found();
    }
}
