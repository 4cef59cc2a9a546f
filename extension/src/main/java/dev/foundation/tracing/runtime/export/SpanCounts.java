package dev.foundation.tracing.runtime.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of spans. Those that are neither exported nor dropped wait. Safe from any thread, and without a lock. */
final class SpanCounts {

    private final LongAdder made = new LongAdder();
    private final LongAdder exported = new LongAdder();
    private final LongAdder failedExports = new LongAdder();
    private final Map<DropCause, LongAdder> dropped = Stream.of(DropCause.values())
            .collect(Collectors.toUnmodifiableMap(cause -> cause, cause -> new LongAdder()));

    void made() {
        made.increment();
    }

    void exported(int spans) {
        exported.add(spans);
    }

    void dropped(DropCause cause, long spans) {
        adder(cause).add(spans);
    }

    void exportFailed() {
        failedExports.increment();
    }

    long allMade() {
        return made.sum();
    }

    long allExported() {
        return exported.sum();
    }

    long allFailedExports() {
        return failedExports.sum();
    }

    long dropped(DropCause cause) {
        return adder(cause).sum();
    }

    long allDropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** @return a copy, without causes that did not happen */
    Map<DropCause, Long> droppedByCause() {
        Map<DropCause, Long> causes = new EnumMap<>(DropCause.class);
        for (DropCause cause : DropCause.values()) {
            long spans = dropped(cause);
            if (spans > 0)
                causes.put(cause, spans);
        }
        return causes;
    }

    private LongAdder adder(DropCause cause) {
        return Objects.requireNonNull(dropped.get(cause));
    }
}
