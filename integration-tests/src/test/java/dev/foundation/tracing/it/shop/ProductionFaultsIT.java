package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.demo.launch.ShopLauncher;
import dev.foundation.tracing.demo.launch.ShopPorts;

/** A shop of its own, with faults set as production has them, and asked for all the same. */
class ProductionFaultsIT {

    private static final String PRODUCTION = "k8s/overlays/production";
    private static final List<String> SERVICES = List.of("storefront", "catalog", "orders", "payments");
    private static final String EVERY_FAULT = "fault.storefront=error,fault.catalog=error,fault.orders=error,fault.payments=error";

    private static ShopUnderTest shop;
    private static NotedRequests behindTheEdge;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = RenderedFaultSettings.of(PRODUCTION);
        behindTheEdge = NotedRequests.onFreePort();
        ShopPorts ports = ShopPorts.free();
        ShopLauncher launcher = ShopLauncher.ofCheckout(RunningShop.ROOT).onPorts(ports)
                .workingIn(RunningShop.ROOT.resolve("integration-tests/target/shop-in-production"))
                .withEnvironment("storefront", "SHOP_CATALOG_URL", behindTheEdge.address().toString());
        for (String service : SERVICES) {
            for (Map.Entry<String, String> setting : settings.entrySet())
                launcher = launcher.withEnvironment(service, setting.getKey(), setting.getValue());
            // Somebody may have left it there.
            launcher = launcher.withEnvironment(service, "SHOP_FAULTS_" + service.toUpperCase(Locale.ROOT) + "_ERROR_RATE",
                    "1");
        }
        shop = new ShopUnderTest(launcher.start(), ports);
    }

    @AfterAll
    static void close() {
        if (shop != null)
            shop.close();
        if (behindTheEdge != null)
            behindTheEdge.close();
    }

    @Test
    void theyAreShutInProductionAndOpenInTheLocalCluster() throws Exception {
        assertThat(RenderedFaultSettings.of(PRODUCTION)).isEqualTo(Map.of("SHOP_FAULTS_ENABLED", "false"));
        assertThat(RenderedFaultSettings.of("k8s/overlays/local")).containsEntry("SHOP_FAULTS_ENABLED", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = { "storefront", "catalog", "orders", "payments" })
    void faultsAreNotFound(String service) {
        URI address = shop.shop().process(service).address();

        request(address).get("/faults").then().statusCode(404);
        request(address).contentType("application/json").body("{\"errorRate\":1}").put("/faults").then().statusCode(404);
        request(address).delete("/faults").then().statusCode(404);
    }

    @Test
    void anOrderThatAsksForEveryFaultGoesWell() {
        shop.orderWith(EVERY_FAULT, ShopUnderTest.TWO_TEAS).then().statusCode(201);
    }

    @Test
    void theEdgeStripsFaultsFromBaggageAndPassesOnTheRest() {
        request(shop.shop().storefront()).header("baggage", EVERY_FAULT + ",colour=blue").get("/products/tea-01").then()
                .statusCode(200);

        assertThat(behindTheEdge.headers("baggage")).containsExactly("colour=blue");
    }
}
