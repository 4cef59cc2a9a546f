package dev.foundation.tracing.deployment.methods;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class DeclaredTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Declared.class, EndedSpans.class))
            .overrideConfigKey("quarkus.foundation-tracing.methods",
                    "dev..*QuietService#*,dev.foundation.tracing.deployment.methods.Declared$QuietPrice#*")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    private final Declared.Customer ada = new Declared.Customer("ada", new Declared.Street("London"));

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void kindAndConstantAttributes() {
        Declared.full();

        assertThat(spans.named("declared.full").getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(attributes("declared.full")).isEqualTo(Map.of("queue.name", "orders", "queue.empty", ""));
    }

    @Test
    void annotatedComponentsOfARecord() {
        Declared.components(new Declared.Order(3, ada, "not this one"));

        assertThat(attributes("declared.components")).isEqualTo(Map.of("order.items", 3L, "customer", "customer ada"));
    }

    @Test
    void annotatedComponentsOfARecordWithACompactConstructorAndAnnotatedTypes() {
        Declared.compact(new Declared.Basket(List.of("tea")));

        assertThat(attributes("declared.compact")).containsOnlyKeys("basket.items");
    }

    @Test
    void nothingOfARecordThatIsNull() {
        Declared.components(null);

        assertThat(attributes("declared.components")).isEmpty();
    }

    @Test
    void pathsToPropertiesParametersByNameAndWholeObjects() {
        Declared.path(ada, new Declared.Street("Paris"), "tea", ada);

        assertThat(attributes("declared.path")).isEqualTo(Map.of("customer.address.city", "London", "street.long", true,
                "named", "tea", "other.name", "customer ada"));
    }

    @Test
    void aPathThatEndsEarlyOrThrowsIsLeftOutAndNothingBreaks() {
        Declared.path(new Declared.Customer("ada", null), null, "tea", ada);
        assertThat(attributes("declared.path")).isEqualTo(Map.of("named", "tea", "other.name", "customer ada"));

        spans.forget();
        Declared.path(new Declared.Customer("ada", new Declared.Street("")), null, "tea", ada);
        assertThat(attributes("declared.path")).isEqualTo(Map.of("named", "tea", "other.name", "customer ada"));
    }

    @Test
    void publicMethodsOfAnAnnotatedClass() {
        Declared.Service service = new Declared.Service();
        service.publicOne();
        service.withItsOwnName();
        new Declared.Prefixed().open();

        assertThat(names()).containsExactly("service.public_one", "declared.own_name", "shop.open");
    }

    @Test
    void methodsOfASetting() {
        new Declared.QuietService().open();

        assertThat(names()).containsExactly("quiet_service.close", "quiet_service.open");
    }

    @Test
    void methodsOfASettingAreThoseThatSomebodyWrote() {
        Declared.QuietPrice price = new Declared.QuietPrice(2);
        assertThat(price).hasToString("QuietPrice[cents=2]").isEqualTo(new Declared.QuietPrice(2));
        assertThat(price.doubled()).isEqualTo(4);

        assertThat(names()).containsExactly("quiet_price.doubled");
    }

    @Test
    void openTelemetrysAnnotationWhereQuarkusHasNoInterceptor() {
        withSpan("test.outer", () -> {
            Declared.WithSpans noBean = new Declared.WithSpans();
            noBean.named(3);
            noBean.root();
        });

        assertThat(names()).containsExactly("WithSpans.privateAndStatic", "Any name: allowed", "WithSpans.root", "test.outer");
        assertThat(spans.named("Any name: allowed").getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(attributes("Any name: allowed")).isEqualTo(Map.of("the.number", 3L));
        assertThat(spans.named("WithSpans.root").getParentSpanContext().isValid()).isFalse();
    }

    private Map<String, Object> attributes(String span) {
        Map<String, Object> byName = new HashMap<>();
        spans.named(span).getAttributes().forEach((key, value) -> byName.put(key.getKey(), value));
        byName.remove("sampling.reason");
        return byName;
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
