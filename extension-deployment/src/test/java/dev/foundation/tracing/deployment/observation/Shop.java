package dev.foundation.tracing.deployment.observation;

import static dev.foundation.tracing.Spans.recordEvent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;

@ApplicationScoped
public class Shop {

    @Traced("shop.order")
    public String order(String sku) {
        recordEvent("shop.ordered", "sku", sku);
        if (sku.isEmpty())
            throw new IllegalArgumentException("no such product");
        return "ordered " + sku;
    }

    @Traced("shop.reorder")
    public String reorder(String sku) {
        return order(sku);
    }

    @Traced("shop.order")
    public String orderAsGuest(String sku) {
        return sku;
    }

    /** On a thread that knows nothing of the trace. */
    public String orderCarelessly(String sku) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<String> ordered = executor.submit(() -> order(sku));
            return ordered.get();
        } finally {
            executor.shutdown();
        }
    }
}
