package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.isInside;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;

/** In a request, context propagation brings back what was current when a cache was asked. */
class CacheInRequestTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CachedEndpoint.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "later" })
    void theWorkIsInsideTheLoadWhichIsInsideTheLookup(String kind) {
        spans.forget();

        when().get("/prices/" + kind + "/tea-of-" + kind).then().statusCode(200);

        spans.named("GET /prices/" + kind + "/{sku}");
        assertThat(isInside(spans.named("price.compute"), spans.named("cache.fetch"))).isTrue();
        assertThat(isInside(spans.named("cache.fetch"), spans.named("cache.get"))).isTrue();
        assertThat(isInside(spans.named("cache.get"), spans.named("price.ask"))).isTrue();
    }
}
