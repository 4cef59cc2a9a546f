package dev.foundation.tracing.deployment.interception;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Uni;

/** A bean with OpenTelemetry's annotation, in all places that Quarkus refuses too. */
@ApplicationScoped
class WithSpans {

    private int tries;

    @WithSpan
    String onABean() {
        return privately() + statically();
    }

    @WithSpan
    private String privately() {
        return "private ";
    }

    @WithSpan
    static String statically() {
        return "static";
    }

    @WithSpan
    @Retry(maxRetries = 2, delay = 0)
    Uni<String> retried() {
        return Uni.createFrom().item(() -> {
            if (++tries % 3 != 0)
                throw new IllegalStateException("try " + tries);
            return "item";
        });
    }
}
