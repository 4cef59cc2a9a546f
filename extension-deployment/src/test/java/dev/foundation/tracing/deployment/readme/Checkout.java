package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.Traced;

/** The README's example, run as it stands there. */
@ApplicationScoped
public class Checkout {

    public record Line(long cents, int quantity) {
    }

    private final BlockingQueue<Runnable> parcels = new LinkedBlockingQueue<>();

    public long place(List<Line> lines) {
        return withSpan("order.place", span -> {
            span.setAttribute("order.items", lines.size());
            long total = total(lines);
            recordEvent("order.priced");
            return total;
        });
    }

    @Traced("price.calculate")
    private static long total(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.cents() * line.quantity()).sum();
    }

    public void placeAndShip(List<Line> lines) {
        withSpan("order.place", () -> {
            PropagatedContext context = propagateContext();
            parcels.add(() -> withPropagatedContext(context, () -> withSpan("order.ship", () -> ship(lines))));
        });
    }

    private void ship(List<Line> lines) {
        addAttributes("parcel.items", lines.size());
        recordEvent("parcel.packed");
    }

    BlockingQueue<Runnable> parcels() {
        return parcels;
    }
}
