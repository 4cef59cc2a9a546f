package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.restassured.response.Response;

/** All that a dashboard tells of: customers who are served, and everything that can go wrong on purpose. */
final class EventfulHour {

    private static final String PRODUCT = "/products/pot-05";
    private static final int MORE_THAN_A_BULKHEAD_TAKES = 12;

    private final ShopUnderTest shop;
    private final URI storefront;

    private EventfulHour(ShopUnderTest shop) {
        this.shop = shop;
        this.storefront = shop.shop().storefront();
    }

    static void in(ShopUnderTest shop) {
        EventfulHour hour = new EventfulHour(shop);
        shop.awaitPayable();
        hour.customersLookTwice();
        hour.customersLookForWhatNobodyHasAskedFor();
        hour.theCatalogFails();
        hour.theCatalogIsSlowAndManyAskForItsList();
        hour.aPaymentTimesOut();
        hour.paymentsFailUntilTheBreakerOpens();
        shop.awaitPayable();
    }

    private void customersLookTwice() {
        request(storefront).get(PRODUCT).then().statusCode(200);
        request(storefront).get(PRODUCT).then().statusCode(200);
        request(storefront).get("/products").then().statusCode(200);
    }

    /** Misses, whatever other tests have left in the cache; at once, so that some are slow. */
    private void customersLookForWhatNobodyHasAskedFor() {
        atOnce(MORE_THAN_A_BULKHEAD_TAKES,
                () -> request(storefront).get("/products/" + UUID.randomUUID()).then().statusCode(404));
    }

    private void theCatalogFails() {
        with("fault.catalog=error", PRODUCT).then().statusCode(503);
        with("fault.catalog=error", "/products").then().statusCode(200);
    }

    private void theCatalogIsSlowAndManyAskForItsList() {
        setFaults(shop.shop().catalog(), "{\"latency\":\"PT0.5S\"}");
        atOnce(MORE_THAN_A_BULKHEAD_TAKES, () -> request(storefront).get("/products").then().statusCode(200));
        request(shop.shop().catalog()).delete("/faults").then().statusCode(204);
    }

    private void aPaymentTimesOut() {
        setFaults(shop.shop().payments(), "{\"latency\":\"PT1.5S\"}");
        shop.order(ShopUnderTest.TWO_TEAS).then().statusCode(201);
        request(shop.shop().payments()).delete("/faults").then().statusCode(204);
    }

    private void paymentsFailUntilTheBreakerOpens() {
        await("the breaker opens").until(() -> shop.orderWith("fault.payments=error", ShopUnderTest.TWO_TEAS).statusCode(),
                status -> status == 503);
    }

    private static void atOnce(int times, Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(work, threads)).limit(times)
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
    }

    private Response with(String fault, String path) {
        return request(storefront).header("baggage", fault).get(path);
    }

    private static void setFaults(URI service, String faults) {
        request(service).contentType("application/json").body(faults).put("/faults").then().statusCode(200);
    }
}
