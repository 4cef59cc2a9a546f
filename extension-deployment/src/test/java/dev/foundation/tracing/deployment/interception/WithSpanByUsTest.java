package dev.foundation.tracing.deployment.interception;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class WithSpanByUsTest extends WithSpanCases {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("foundation-tracing");

    WithSpanByUsTest() {
        super("dev.foundation.tracing");
    }
}
