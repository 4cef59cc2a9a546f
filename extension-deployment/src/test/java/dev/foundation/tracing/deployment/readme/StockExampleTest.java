package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class StockExampleTest {

    @Path("/stock")
    public static class Shelf {

        @GET
        public int left() {
            return 7;
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Stock.class, Shelf.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @TestHTTPResource("/stock")
    URI shelf;

    @Inject
    Stock stock;

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void theJdksClientIsTraced() throws Exception {
        assertThat(withSpan("stock.ask", () -> stock.ask(shelf))).isEqualTo("7");

        assertIsOneTrace();
    }

    @Test
    void vertxsClientIsTraced() {
        assertThat(withSpan("stock.ask", () -> stock.askLater(shelf).await().indefinitely())).isEqualTo("7");

        assertIsOneTrace();
    }

    private void assertIsOneTrace() {
        assertThat(spans.named("GET").getParentSpanId()).isEqualTo(spans.named("stock.ask").getSpanId());
        assertThat(spans.named("GET /stock").getParentSpanId()).isEqualTo(spans.named("GET").getSpanId());
    }
}
