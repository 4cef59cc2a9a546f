package dev.foundation.tracing.runtime.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Offers what the extension counts to the metrics that the application has: Quarkus's metrics extension (Micrometer),
 * OpenTelemetry's, both or none. What is offered before one of them is there, it gets when it comes. Safe from any thread.
 */
public final class Meters {

    private final List<MeterRegistration> registrations = new CopyOnWriteArrayList<>();
    private final List<MeterTarget> targets = new CopyOnWriteArrayList<>();
    private boolean read;

    /** @return whether anybody reads what is offered: else there is no need to count */
    public boolean areRead() {
        return read;
    }

    public synchronized void readBy(MeterTarget target) {
        targets.add(target);
        registrations.forEach(registration -> registration.with(target));
        read = true;
    }

    /** Offers a number that only grows. */
    public void counter(MeterName name, LongSupplier value) {
        register(target -> target.counter(name, value));
    }

    /** Offers a length of time that only grows, in nanoseconds; metrics have it in seconds. */
    public void total(MeterName name, LongSupplier nanos) {
        register(target -> target.total(name, nanos));
    }

    /** Offers a length of time as it is when it is asked for, in nanoseconds; metrics have it in seconds. */
    public void longest(MeterName name, LongSupplier nanos) {
        register(target -> target.longest(name, nanos));
    }

    /** @return what lengths of time are to be told to */
    public DurationMeter duration(MeterName name) {
        DurationMeters all = new DurationMeters();
        register(target -> all.add(target.duration(name)));
        return all;
    }

    private synchronized void register(MeterRegistration registration) {
        registrations.add(registration);
        targets.forEach(registration::with);
    }

    private interface MeterRegistration {

        void with(MeterTarget target);
    }

    private static final class DurationMeters implements DurationMeter {

        private final List<DurationMeter> meters = new CopyOnWriteArrayList<>();

        void add(DurationMeter meter) {
            meters.add(meter);
        }

        @Override
        public void record(long nanos) {
            for (DurationMeter meter : meters)
                meter.record(nanos);
        }
    }
}
