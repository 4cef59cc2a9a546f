package dev.foundation.tracing.deployment.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Traced;
import io.quarkus.test.QuarkusUnitTest;

class MistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Mistaken.class))
            .assertException(MistakesTest::allAreReportedAtOnce);

    @Test
    void aBuildWithMistakesFails() {
        fail("the application must not start");
    }

    private static void allAreReportedAtOnce(Throwable failure) {
        assertThat(messages(failure))
                .anyMatch(message -> message.contains("@Traced on abstract method " + Mistaken.class.getName()
                        + ".abstractOne() has no body to weave: annotate its implementations instead"))
                .anyMatch(message -> message.contains("@Traced(\"Place Order 17\") on " + Mistaken.class.getName()
                        + ".badlyNamed() is no span name: use dot-separated parts"));
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
    }
}
