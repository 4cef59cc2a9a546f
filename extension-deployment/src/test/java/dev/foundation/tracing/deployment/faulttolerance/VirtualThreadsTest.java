package dev.foundation.tracing.deployment.faulttolerance;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import java.util.concurrent.ExecutorService;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.virtual.threads.VirtualThreads;

@EnabledForJreRange(minVersion = 21, disabledReason = "virtual threads need JDK 21: run the build with a newer one")
class VirtualThreadsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Resource.class, Guarded.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Path("/guarded")
    public static class Resource {

        @Inject
        Guarded guarded;

        // Quarkus has @RunOnVirtualThread do this, and refuses it in classes that are compiled for an older Java.
        @Inject
        @VirtualThreads
        ExecutorService virtualThreads;

        @GET
        public String call() throws Exception {
            return virtualThreads.submit(guarded::retried).get();
        }
    }

    @Singleton
    static class Guarded {

        private boolean failed;

        @Retry(maxRetries = 2, delay = 3, jitter = 0)
        String retried() {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("not yet");
            }
            return Thread.currentThread().toString();
        }
    }

    @Inject
    EndedSpans spans;

    @Test
    void aCallOnAVirtualThread() {
        when().get("/guarded").then().statusCode(200).body(startsWith("VirtualThread"));

        GuardedSpans call = GuardedSpans.of(spans, "guarded.retried");
        assertThat(call.guard().getParentSpanId()).isEqualTo(spans.named("GET /guarded").getSpanId());
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call.events()).containsExactly("retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
    }
}
