package dev.foundation.tracing.deployment.weaving;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class TracedWeavingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WovenCode.class, WovenCode.Greeter.class, WovenCode.Handler.class,
                    WovenCode.UpperCase.class, WovenCode.Price.class, WovenCode.Level.class, Bytecode.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void wovenCodeCallsOneClassOnly() {
        assertThat(Bytecode.calledClasses(WovenCode.class)).filteredOn(name -> name.contains("/runtime/"))
                .containsExactly("dev/foundation/tracing/runtime/weaving/Woven");
    }

    @Test
    void aPrivateStaticMethodOfAClassThatIsNoBean() {
        assertThat(WovenCode.viaPrivateStatic(7)).isEqualTo(49);
        assertThat(names()).containsExactly("woven.square");
    }

    @Test
    void aWovenSpanHangsOnTheSpanAroundTheCall() {
        withSpan("test.outer", () -> WovenCode.viaPrivateStatic(7));

        assertThat(spans.named("woven.square").getParentSpanId()).isEqualTo(spans.named("test.outer").getSpanId());
    }

    @Test
    void aRecursiveMethodHasASpanForEachCall() {
        assertThat(WovenCode.factorial(4)).isEqualTo(24);

        List<SpanData> ended = spans.all();
        assertThat(ended).hasSize(4);
        for (int i = 1; i < ended.size(); i++)
            assertThat(ended.get(i - 1).getParentSpanId()).isEqualTo(ended.get(i).getSpanId());
    }

    @Test
    void aFinalSynchronizedMethodWithWideParameters() {
        assertThat(new WovenCode().mixed(1L, 0.5, "abc", 1, 2)).isEqualTo(6.5);
        assertThat(names()).containsExactly("woven.mixed");
    }

    @Test
    void whatAMethodThrowsArrivesUnchangedAndFailsItsSpan() {
        assertThatThrownBy(() -> WovenCode.failing("no such product")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such product");

        SpanData span = spans.named("woven.failing");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("exception");
    }

    @Test
    void whatAMethodCatchesItselfDoesNotFailItsSpan() {
        assertThat(WovenCode.catching()).isEqualTo("caught inside");
        assertThat(spans.named("woven.catching").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void loopsAndFinallyBlocksRunAsTheyDid() {
        List<String> steps = new ArrayList<>();

        assertThat(WovenCode.withFinally(steps)).isEqualTo("done");
        assertThat(steps).containsExactly("try 0", "finally 0", "try 1", "finally 1");
        assertThat(names()).containsExactly("woven.finally");
    }

    @Test
    void anEmptyMethod() {
        WovenCode.nothing();

        assertThat(names()).containsExactly("woven.nothing");
    }

    @Test
    void withoutANameTheSpanIsCalledAfterClassAndMethod() {
        WovenCode.namedByItsMethod();

        assertThat(names()).containsExactly("woven_code.named_by_its_method");
    }

    @Test
    void defaultPrivateAndStaticMethodsOfAnInterface() {
        assertThat(new WovenCode.Greeter() {
        }.greet("Ada")).isEqualTo("Hello, dear Ada");
        assertThat(names()).containsExactly("woven.static_interface", "woven.private_interface", "woven.default");
    }

    @Test
    void aGenericMethodHasOneSpanThoughItIsCalledThroughItsBridge() {
        WovenCode.Handler<String> handler = new WovenCode.UpperCase();

        assertThat(handler.handle("tea")).isEqualTo("TEA");
        assertThat(names()).containsExactly("woven.generic");
    }

    @Test
    void recordsAndEnums() {
        assertThat(new WovenCode.Price(310).times(2).cents()).isEqualTo(620);
        assertThat(WovenCode.Level.HIGH.isHigh()).isTrue();
        assertThat(names()).containsExactly("woven.record", "woven.enum");
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
