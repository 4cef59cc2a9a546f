package dev.foundation.tracing.benchmarks.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Batches without end, each with traces of its own. Thread-safe. */
final class Batches {

    private static final int TEMPLATES = 16;
    private static final String[] SERVICES = { "storefront", "catalog", "orders", "payments" };

    private final List<BatchTemplate> templates;
    // A store that ran before may still have what it got then.
    private final AtomicLong next = new AtomicLong(new SecureRandom().nextLong() & ~0xFF_FFFFL);

    /** @param spans of each batch */
    Batches(int spans) {
        templates = IntStream.range(0, TEMPLATES)
                .mapToObj(seed -> new SpanMaker(seed).batch(SERVICES[seed % SERVICES.length], spans)).toList();
    }

    Batch next() {
        long number = next.incrementAndGet();
        return templates.get((int) (number & (TEMPLATES - 1))).with(number);
    }
}
