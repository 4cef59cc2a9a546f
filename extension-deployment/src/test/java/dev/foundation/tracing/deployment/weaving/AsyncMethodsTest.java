package dev.foundation.tracing.deployment.weaving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class AsyncMethodsTest {

    private static final AttributeKey<String> RESULT = AttributeKey.stringKey("async.result");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(AsyncMethods.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aStageIsHandedOnAndEndsTheSpanWithItsResult() {
        CompletableFuture<String> later = new CompletableFuture<>();

        assertThat(AsyncMethods.stage(later)).isSameAs(later);
        assertThat(spans.all()).isEmpty();
        later.complete("item");
        assertThat(spans.named("async.stage").getAttributes().get(RESULT)).isEqualTo("item");
    }

    @Test
    void aFutureThatIsAStageEndsTheSpanToo() {
        CompletableFuture<String> later = new CompletableFuture<>();
        Future<String> future = AsyncMethods.future(later);
        assertThat(spans.all()).isEmpty();

        assertThat(future.cancel(true)).isTrue();
        assertThat(spans.named("async.future").getAttributes().get(AttributeKey.booleanKey("cancelled"))).isTrue();
    }

    @Test
    void whatAGenericMethodReturnsIsSeenWhenItReturns() {
        CompletableFuture<String> later = new CompletableFuture<>();
        AsyncMethods.generic(() -> later);
        assertThat(spans.all()).isEmpty();

        later.complete("item");
        assertThat(spans.named("async.generic").getAttributes().get(RESULT)).isEqualTo("item");
    }

    @Test
    void whatAGenericMethodReturnsMayBeThereAtOnce() {
        assertThat(AsyncMethods.generic(() -> "item")).isEqualTo("item");
        assertThat(spans.named("async.generic").getAttributes().get(RESULT)).isEqualTo("item");
    }

    @Test
    void aUniEndsTheSpanWithItsResult() {
        Uni<String> uni = AsyncMethods.uni("item");
        assertThat(spans.all()).isEmpty();

        assertThat(uni.await().indefinitely()).isEqualTo("item");
        assertThat(spans.named("async.uni").getAttributes().get(RESULT)).isEqualTo("item");
    }

    @Test
    void aMultiEndsTheSpanAfterItsLastItem() {
        assertThat(AsyncMethods.multi().collect().asList().await().indefinitely()).containsExactly(1, 2, 3);
        assertThat(spans.named("async.multi").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void nullEndsTheSpanAtOnce() {
        assertThat(AsyncMethods.nothing()).isNull();
        assertThat(spans.named("async.nothing").hasEnded()).isTrue();
    }

    @Test
    void whatIsThrownInsteadEndsTheSpanAtOnce() {
        assertThatThrownBy(AsyncMethods::throwing).hasMessage("at once");
        assertThat(spans.named("async.at_once").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(Spans.currentTraceId()).isEmpty();
    }

    @Test
    void unisOfARequestThatRunSideBySideAreSiblingsAndHaveTheirOwnChildren() {
        given().get("/async/uni").then().statusCode(200);

        String parent = spans.named("endpoint.uni").getSpanId();
        for (String name : new String[] { "async.first", "async.second" }) {
            assertThat(spans.named(name).getParentSpanId()).isEqualTo(parent);
            assertThat(spans.named(name + "_inside").getParentSpanId()).isEqualTo(spans.named(name).getSpanId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "uni", "virtual" })
    void aRequestIsTheParentOfWhatItsEndpointDoesWhateverThreadRunsIt(String path) {
        given().get("/async/" + path).then().statusCode(200);

        assertThat(spans.named("endpoint." + path).getParentSpanId()).isEqualTo(spans.named("GET /async/" + path).getSpanId());
        assertThat(spans.named("endpoint." + path + "_inside").getTraceId())
                .isEqualTo(spans.named("GET /async/" + path).getTraceId());
    }
}
