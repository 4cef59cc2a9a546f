package dev.foundation.tracing.deployment.export;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class ExportByHttpProtobufTest extends ExportCases {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("http/protobuf");

    @Override
    String protocol() {
        return "http/protobuf";
    }
}
