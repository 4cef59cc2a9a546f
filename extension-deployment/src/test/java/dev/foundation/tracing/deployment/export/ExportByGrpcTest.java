package dev.foundation.tracing.deployment.export;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class ExportByGrpcTest extends ExportCases {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("grpc");

    @Override
    String protocol() {
        return "grpc";
    }
}
