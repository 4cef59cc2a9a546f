package dev.foundation.tracing.runtime.metrics;

import java.util.function.LongSupplier;

/** Something that keeps metrics. */
interface MeterTarget {

    void counter(MeterName name, LongSupplier value);

    DurationMeter duration(MeterName name);
}
