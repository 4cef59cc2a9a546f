package dev.foundation.tracing.deployment.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.objectweb.asm.ClassReader;

/**
 * A class of Quarkus or OpenTelemetry in which exporters are made or answered.
 *
 * @param loss what is not there if the class is another than is known here
 */
record ExportCode(String className, List<WovenCall> calls, String loss) {

    private static final String EXPORTER = "io/opentelemetry/sdk/trace/export/SpanExporter";
    private static final String BATCH = "io/opentelemetry/sdk/trace/export/BatchSpanProcessor";
    private static final String SIMPLE = "io/opentelemetry/sdk/trace/export/SimpleSpanProcessor";
    private static final String PROCESSOR = "io/opentelemetry/sdk/trace/SpanProcessor";
    private static final String GRPC_SENDER = "io/opentelemetry/exporter/internal/grpc/GrpcSender";
    private static final String QUARKUS = "io/quarkus/opentelemetry/runtime/exporter/otlp/";

    private static final WovenCall BATCHING = WovenCall.inPlaceOf(BATCH, "builder", "(L" + EXPORTER + ";)L" + BATCH
            + "Builder;", "batching");

    static final List<ExportCode> ALL = List.of(
            new ExportCode("io.quarkus.opentelemetry.runtime.exporter.otlp.OTelExporterRecorder$1", List.of(BATCHING,
                    WovenCall.inPlaceOf(SIMPLE, "builder", "(L" + EXPORTER + ";)L" + SIMPLE + "Builder;", "exportingAtOnce"),
                    WovenCall.beforeConstructor(QUARKUS + "tracing/LateBoundSpanProcessor", "(L" + PROCESSOR + ";)V",
                            "counted", "(L" + PROCESSOR + ";)L" + PROCESSOR + ";"),
                    WovenCall.afterConstructor(QUARKUS + "sender/VertxGrpcSender", "sender",
                            "(L" + GRPC_SENDER + ";)L" + GRPC_SENDER + ";")),
                    "exports by Quarkus's exporter are not counted, told of or redacted"),
            new ExportCode("io.opentelemetry.sdk.autoconfigure.TracerProviderConfiguration", List.of(BATCHING,
                    WovenCall.inPlaceOf(SIMPLE, "create", "(L" + EXPORTER + ";)L" + PROCESSOR + ";", "exportedAtOnce")),
                    "exports by other exporters than Quarkus's are not counted, told of or redacted"),
            new ExportCode(
                    "io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxGrpcSender$ClientRequestOnSuccessHandler$1",
                    List.of(WovenCall.withStatus("handleError", "grpcAnswer")),
                    "the reason for a failed export by gRPC is without its status"));

    /** @return whether each call is there that is to be woven */
    boolean isAsKnown() {
        String resource = className.replace('.', '/') + ".class";
        try (InputStream code = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (code == null)
                return false;
            ExportCodeVisitor visitor = new ExportCodeVisitor(null, this);
            new ClassReader(code).accept(visitor, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            return visitor.foundAll();
        } catch (IOException e) {
            return false;
        }
    }
}
