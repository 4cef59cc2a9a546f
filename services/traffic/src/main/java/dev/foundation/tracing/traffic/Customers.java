package dev.foundation.tracing.traffic;

import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** What customers do: look at all products, look at one, or order one or two. */
final class Customers {

    private static final double SHARE_OF_LISTS = 0.2;
    private static final int CUSTOMERS = 50;
    private static final List<String> WHILE_LOOKING = List.of("fault.storefront=slow", "fault.catalog=slow",
            "fault.catalog=error");
    private static final List<String> WHILE_ORDERING = List.of("fault.catalog=slow", "fault.orders=slow",
            "fault.payments=slow", "fault.payments=error");

    private final TrafficConfig config;
    private final RandomGenerator random;
    private final List<String> products;

    /** @param products SKUs, at least one */
    Customers(TrafficConfig config, RandomGenerator random, List<String> products) {
        this.config = config;
        this.random = random;
        this.products = products;
    }

    Visit next() {
        boolean faulty = random.nextDouble() < config.faultShare();
        if (random.nextDouble() < config.orderShare())
            return new Visit("/orders", order(), faulty ? any(WHILE_ORDERING) : null);
        @Nullable
        String fault = faulty ? any(WHILE_LOOKING) : null;
        boolean list = random.nextDouble() < SHARE_OF_LISTS;
        return new Visit(list ? "/products" : "/products/" + any(products), null, fault);
    }

    private String order() {
        String items = random.nextBoolean() ? item() : item() + "," + item();
        return "{\"customer\":\"customer-" + random.nextInt(CUSTOMERS) + "\",\"items\":[" + items + "]}";
    }

    private String item() {
        return "{\"sku\":\"" + any(products) + "\",\"quantity\":" + (1 + random.nextInt(3)) + "}";
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
