package dev.foundation.tracing.runtime.metrics;

import java.util.function.LongSupplier;

/** Something that keeps metrics. */
public interface MeterTarget {

    void counter(MeterName name, LongSupplier value);

    DurationMeter duration(MeterName name);
}
