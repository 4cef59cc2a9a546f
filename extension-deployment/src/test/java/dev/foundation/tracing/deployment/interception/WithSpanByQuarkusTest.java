package dev.foundation.tracing.deployment.interception;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class WithSpanByQuarkusTest extends WithSpanCases {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("quarkus");

    WithSpanByQuarkusTest() {
        super("io.quarkus.opentelemetry");
    }
}
