package dev.foundation.tracing.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.traffic.Storefront.Answer;
import io.quarkus.runtime.ShutdownEvent;

class TrafficTest {

    private static final String TRACE = "4cf0535f5a59813a03fc405b1f9880e8";

    private PretendStorefront storefront;

    @BeforeEach
    void open() throws IOException {
        storefront = new PretendStorefront();
    }

    @AfterEach
    void close() {
        storefront.close();
    }

    @Test
    void nothingIsOrderedBeforeTheStorefrontIsReady() {
        storefront.productsStatus = 503;
        Traffic traffic = started(Settings.usual().at(100).withShares(1, 0));
        await().until(() -> storefront.requests.size() >= 2);
        assertThat(storefront.requests).containsOnly("GET /products");

        storefront.productsStatus = 200;

        await().until(() -> storefront.requests.contains("POST /orders"));
        traffic.stop(new ShutdownEvent());
    }

    @Test
    void faultsAreAskedForByBaggage() {
        Traffic traffic = started(Settings.usual().at(200).withShares(0, 1));

        await().until(() -> storefront.requests.contains("GET /products/tea-01 fault.catalog=error"));
        traffic.stop(new ShutdownEvent());
    }

    @Test
    void whatIsTooMuchAtOnceIsLeftOutAndCounted() {
        Traffic traffic = started(Settings.usual().at(500).withShares(1, 0).withAtOnce(2));
        await().until(() -> traffic.tally().leftOutSoFar() > 10);

        assertThat(storefront.requests).filteredOn("POST /orders"::equals).hasSizeLessThanOrEqualTo(2);
        storefront.ordersAnswered.countDown();
        traffic.stop(new ShutdownEvent());
    }

    @Test
    void whatHappenedIsToldInALine() {
        Tally tally = new Tally();
        Visit order = new Visit("/orders", "{}", "fault.payments=error");
        tally.answered(order, new Answer(502, TRACE), Duration.ofMillis(1234));
        tally.answered(new Visit("/products", null, null), new Answer(200, "none"), Duration.ofMillis(12));
        tally.notAnswered(new CompletionException("refused", null));
        tally.leftOut();

        assertThat(tally.tell()).isEqualTo("3 requests, 200: 1, 502: 1, no answer: 1; "
                + "1 left out, for too many were on their way; slowest 1.23 s: POST /orders with fault.payments=error, trace "
                + TRACE + "; last without an answer: java.util.concurrent.CompletionException: refused");
        assertThat(tally.tell()).isEqualTo("0 requests");
    }

    private Traffic started(Settings settings) {
        Traffic traffic = new Traffic(settings.at(storefront.address()));
        traffic.start();
        return traffic;
    }
}
