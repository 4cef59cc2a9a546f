package dev.foundation.tracing.deployment.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.test.QuarkusUnitTest;
import kotlin.coroutines.Continuation;

class MistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Mistaken.class, Order.class))
            .overrideConfigKey("quarkus.foundation-tracing.methods", "com.acme,com.acme..Nobody#*,dev..*Mistaken#abstractOne")
            .assertException(MistakesTest::allAreReportedAtOnce);

    @Test
    void aBuildWithMistakesFails() {
        fail("the application must not start");
    }

    private static void allAreReportedAtOnce(Throwable failure) {
        String type = Mistaken.class.getName();
        assertThat(messages(failure)).contains(
                "@Traced on abstract method " + type
                        + ".abstractOne() has no body to weave: annotate its implementations instead",
                "@Traced(\"Place Order 17\") on " + type + ".badlyNamed() is no span name: use " + SpanNames.RULE
                        + ", such as \"order.place\"",
                type + ".both() has both @Traced and @WithSpan, which would be two spans: remove one",
                "@Traced(attributes = \"Queue\") on " + type + ".constants() is no attribute: write key=value, the key being "
                        + SpanNames.RULE,
                "@Traced(result = \"order.total\") on " + type + ".nothing(), which returns nothing: remove it",
                "@SpanAttribute(\"order.customer.name\") on " + type + ".path(): java.lang.String has no method name() or "
                        + "getName() that " + type + " may call: write one, or remove the annotation",
                "@Traced on suspending function " + type + ".suspending() would end its span at the first suspension: "
                        + "call a function that is not suspending inside it, and annotate that",
                "quarkus.foundation-tracing.methods: 'com.acme' is no pattern of methods: write " + MethodPattern.RULE,
                "quarkus.foundation-tracing.methods: 'com.acme..Nobody#*' matches no method with a body in an indexed "
                        + "class: correct or remove it",
                "quarkus.foundation-tracing.methods: 'dev..*Mistaken#abstractOne' matches no method with a body in an indexed "
                        + "class: correct or remove it");
    }

    private static List<String> messages(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            messages.add(String.valueOf(t.getMessage()));
            for (Throwable suppressed : t.getSuppressed())
                messages.addAll(messages(suppressed));
        }
        return messages;
    }

    abstract static class Mistaken {

        @Traced("order.place")
        abstract void abstractOne();

        @Traced("Place Order 17")
        void badlyNamed() {
        }

        @Traced("order.both")
        @WithSpan
        void both() {
        }

        @Traced(value = "order.constants", attributes = "Queue")
        void constants() {
        }

        @Traced(value = "order.nothing", result = "order.total")
        void nothing() {
        }

        @Traced("order.path")
        void path(@SpanAttribute("order.customer.name") Order order) {
        }

        @Traced("order.suspending")
        Object suspending(String key, Continuation<String> continuation) {
            return key;
        }
    }

    record Order(String customer) {
    }
}
