package dev.foundation.tracing.deployment.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** A span covers the call as its caller sees it, whatever stands between the caller and the method. */
class OutsideInterceptorsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, EndedSpans.class))
            // The spans of attempts are not what is looked at here.
            .overrideConfigKey("quarkus.foundation-tracing.fault-tolerance.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Shop.Orders orders;

    @Inject
    Shop.BoundAsAWhole whole;

    @Inject
    Shop.BoundBelow below;

    @Inject
    Shop.Host host;

    @Inject
    Shop.Echo echo;

    @Inject
    Instance<Shop.Branch> branches;

    @Inject
    Shop.FileImporter files;

    @BeforeEach
    void forget() {
        spans.forget();
        orders.forgetTries();
    }

    @Test
    void aRetriedCallIsOneSpanAroundAllTries() {
        assertThat(pay()).startsWith("paid");

        assertThat(names()).containsExactly("orders.try", "orders.try", "orders.try", "orders.pay");
        assertThat(spans.named("orders.pay").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(spans.all().get(0).getParentSpanId()).isEqualTo(spans.named("orders.pay").getSpanId());
    }

    @Test
    void itsParametersAreAttributes() {
        pay();

        assertThat(attribute("orders.pay", AttributeKey.longKey("order.items"))).isEqualTo(3L);
        assertThat(attribute("orders.pay", AttributeKey.stringKey("order.customer"))).isEqualTo("ada");
        assertThat(attribute("orders.pay", AttributeKey.longKey("order.total"))).isEqualTo(1240L);
    }

    @Test
    void whatFailsAfterAllTriesFailsTheOneSpan() {
        assertThatThrownBy(() -> orders.failing()).hasMessage("always");

        assertThat(names()).containsExactly("orders.fail");
        assertThat(spans.named("orders.fail").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aRetriedUniIsOneSpanUntilItSucceeds() {
        orders.ship().await().indefinitely();

        assertThat(names()).containsExactly("orders.ship");
        assertThat(spans.named("orders.ship").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void aCallThatTheCacheAnswersHasASpanToo() {
        orders.price("tea-01");
        orders.price("tea-01");

        assertThat(names()).containsExactly("cache.fetch", "cache.get", "orders.price", "cache.get", "orders.price");
    }

    @Test
    void aMethodWithoutInterceptorsIsWovenAlsoIfItsBeanHasOthers() {
        assertThat(orders.plain()).isEqualTo("itself");

        assertThat(names()).containsExactly("orders.itself", "orders.plain");
    }

    @Test
    void anInheritedMethodAndItsResult() {
        orders.inherited("key");

        assertThat(names()).containsExactly("till.inherited");
        assertThat(attribute("till.inherited", AttributeKey.stringKey("till.result"))).isEqualTo("key after 2");
    }

    @Test
    void overloadedMethodsAreTwo() {
        assertThat(orders.overloaded(1)).isEqualTo("number");
        assertThat(orders.overloaded("a")).isEqualTo("text");
        assertThat(names()).hasSize(2);
    }

    @Test
    void anInterceptorThatTheClassIsBoundTo() {
        whole.pay();

        assertThat(names()).containsExactly("whole.pay");
    }

    @Test
    void anInterceptorThatASubclassIsBoundTo() {
        below.pay();

        assertThat(names()).containsExactly("unbound.pay");
    }

    @Test
    void aDefaultMethodThatABeanInherits() {
        assertThat(host.greet("Ada")).isEqualTo("Hello Ada");
        assertThat(host.intercepted()).isEqualTo("Hello Ada");

        assertThat(names()).containsExactly("greeter.greet", "greeter.greet");
        assertThat(attribute("greeter.greet", AttributeKey.stringKey("greeter.name"))).isEqualTo("Ada");
    }

    @Test
    void aStaticMethodIsOneSpanAroundAllThatItsInterceptorDoes() {
        assertThat(Shop.Register.add("tea")).isEqualTo("tea");

        assertThat(names()).containsExactly("register.try", "register.try", "register.try", "register.add");
        assertThat(attribute("register.add", AttributeKey.stringKey("register.key"))).isEqualTo("tea");
    }

    @Test
    void aMethodThatAnOverridingOneCallsHasASpanForEachCall() {
        assertThat(files.run()).isEqualTo("imported from a file");

        assertThat(names()).containsExactly("importer.run", "importer.run", "importer.run");
    }

    @Test
    void whatTheContainerCallsItselfHasOneSpan() {
        branches.destroy(branches.get());

        assertThat(names()).containsExactly("branch.open", "branch.close");
    }

    @Test
    void aBeanThatInterceptsItself() {
        assertThat(echo.call()).isEqualTo("echo");

        assertThat(names()).containsExactly("echo.inside", "echo.inside", "echo.call");
    }

    @Test
    void anInstanceMadeByHandHasNoInterceptorsAndItsSpanInTheBody() {
        Shop.Orders byHand = new Shop.Orders();

        assertThatThrownBy(() -> byHand.pay(new Shop.Order(1, "ada"), "ada", 620)).hasMessage("try 1");
        assertThat(names()).containsExactly("orders.try", "orders.pay");
        assertThat(attribute("orders.pay", AttributeKey.longKey("order.items"))).isEqualTo(1L);
    }

    private String pay() {
        return orders.pay(new Shop.Order(3, "ada"), "ada", 1240);
    }

    private <T> T attribute(String span, AttributeKey<T> key) {
        return spans.named(span).getAttributes().get(key);
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
