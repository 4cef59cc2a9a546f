package dev.foundation.tracing.shop.storefront;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.shop.faults.FaultsConfig;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;

/** Drops baggage that asks for a fault as it comes in, unless faults are enabled: no service behind the edge sees it. */
@ApplicationScoped
class FaultBaggageGate implements TextMapPropagatorCustomizer {

    static final String PREFIX = "fault.";

    private final boolean open;

    FaultBaggageGate(FaultsConfig config) {
        this.open = config.enabled();
    }

    @Override
    public TextMapPropagator customize(Context context) {
        return open ? context.propagator() : new Gated(context.propagator());
    }

    /** Any propagator may bring baggage, so each is wrapped. */
    private record Gated(TextMapPropagator behind) implements TextMapPropagator {

        @Override
        public Collection<String> fields() {
            return behind.fields();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context context, @Nullable C carrier, TextMapSetter<C> setter) {
            behind.inject(context, carrier, setter);
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(io.opentelemetry.context.Context context, @Nullable C carrier,
                TextMapGetter<C> getter) {
            io.opentelemetry.context.Context extracted = behind.extract(context, carrier, getter);
            return extracted.with(withoutFaults(Baggage.fromContext(extracted)));
        }

        private static Baggage withoutFaults(Baggage baggage) {
            BaggageBuilder kept = baggage.toBuilder();
            baggage.asMap().keySet().stream().filter(key -> key.startsWith(PREFIX)).forEach(kept::remove);
            return kept.build();
        }
    }
}
