package dev.foundation.tracing.runtime.sampling.keep;

import java.util.concurrent.atomic.LongAdder;

import dev.foundation.tracing.control.SamplingStatistics.Held;

/** What became of what was held. */
final class Figures {

    final LongAdder traces = new LongAdder();
    final LongAdder keptTraces = new LongAdder();
    final LongAdder keptSpans = new LongAdder();
    final LongAdder forgottenSpans = new LongAdder();
    final LongAdder refusedTraces = new LongAdder();
    final LongAdder refusedSpans = new LongAdder();
    final LongAdder expiredSpans = new LongAdder();

    Held with(Room room) {
        return new Held(traces.sum(), keptTraces.sum(), keptSpans.sum(), forgottenSpans.sum(), refusedTraces.sum(),
                refusedSpans.sum(), expiredSpans.sum(), room.places(), room.bytes());
    }
}
