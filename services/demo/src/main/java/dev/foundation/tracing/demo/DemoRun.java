package dev.foundation.tracing.demo;

import java.time.Duration;
import java.util.Set;

import dev.foundation.tracing.demo.launch.LaunchException;
import dev.foundation.tracing.demo.launch.Shop;
import dev.foundation.tracing.demo.launch.ShopLauncher;
import dev.foundation.tracing.demo.launch.ShopPorts;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.UnexpectedTraceError;
import dev.foundation.tracing.test.collect.TraceCollector;

/** What the demo shows: the shop comes up, an order is placed, its trace is printed. */
final class DemoRun {

    private static final Duration TRACE_WITHIN = Duration.ofSeconds(20);
    /** The last thing that happens to an order, after the customer has the answer. */
    private static final String LAST_SPAN = "order.fulfil";
    private static final Set<String> SERVICES = Set.of("storefront", "catalog", "orders", "payments");

    private final DemoSettings settings;
    private final Narrator narrator;

    DemoRun(DemoSettings settings, Terminal terminal, Ending ending) {
        this.settings = settings;
        narrator = new Narrator(terminal, ending);
    }

    /** @return whether all went well; the shop then stays up unless it is to run once */
    boolean run() throws InterruptedException {
        try {
            Shop shop = start();
            boolean shown = showOrder(shop);
            if (settings.once())
                shop.close();
            else
                goOn(shop);
            return shown || !settings.once();
        } catch (LaunchException e) {
            narrator.failed(e);
            return false;
        }
    }

    private Shop start() {
        narrator.begins(settings);
        Shop shop = ShopLauncher.ofCheckout(settings.root()).onPorts(ShopPorts.usual(settings.portOffset()))
                .workingIn(settings.work()).tellingTo(narrator).start();
        narrator.allReady();
        return shop;
    }

    // Only now: the first order finds the shop as it is, with a breaker that nobody has opened.
    private void goOn(Shop shop) {
        if (!settings.traffic().isEmpty())
            shop.startTraffic(settings.traffic());
        narrator.invite(shop);
    }

    private boolean showOrder(Shop shop) throws InterruptedException {
        try {
            FirstOrder order = FirstOrder.placeAt(shop.storefront());
            narrator.ordered(order);
            Trace trace = TraceCollector.of(shop.traceStore()).within(TRACE_WITHIN).expecting(LAST_SPAN)
                    .until(DemoRun::checkServices).trace(order.traceId());
            narrator.show(trace, shop);
            return true;
        } catch (FirstOrder.FailedException | UnexpectedTraceError | IllegalStateException e) {
            narrator.failed(e);
            return false;
        }
    }

    // Each service sends its spans by itself, and no other span tells that those of the called service are missing.
    private static void checkServices(Trace trace) {
        if (!trace.services().containsAll(SERVICES))
            throw new UnexpectedTraceError("spans came from " + trace.services() + " only, and not from all of " + SERVICES);
    }
}
