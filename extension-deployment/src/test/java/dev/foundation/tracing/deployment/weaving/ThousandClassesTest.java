package dev.foundation.tracing.deployment.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** A large application, packaged and run; prints what of its build's time was ours. */
class ThousandClassesTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(ThousandClassesTest::addClasses)
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.http.host-enabled", "false")
            // Their deployment modules are there because of other tests.
            .setForcedDependencies(Stream.of("quarkus-rest-jackson", "quarkus-smallrye-fault-tolerance", "quarkus-cache")
                    .map(library -> Dependency.of("io.quarkus", library, Version.getVersion())).toList())
            .setRun(true).setExpectExit(true);

    @ProdBuildResults
    ProdModeTestResults results;

    private static void addClasses(JavaArchive jar) {
        jar.addClasses(ThousandClasses.class, EndedSpans.class);
        for (int i = 0; i < ThousandClasses.CLASSES; i++) {
            String name = (ThousandClasses.NAME + i).replace('.', '/');
            jar.add(new ByteArrayAsset(classFile(name, i % 2 == 0)), name + ".class");
        }
    }

    private static byte[] classFile(String name, boolean traced) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, ThousandClasses.METHOD, "()V", null,
                null);
        if (traced) {
            AnnotationVisitor annotation = method.visitAnnotation(Type.getDescriptor(Traced.class), true);
            annotation.visit("value", "many.work");
            annotation.visitEnd();
        }
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    @Test
    void everyTracedMethodOfAPackagedApplicationHasItsSpan() throws IOException {
        printTimeOfBuild();

        assertThat(APPLICATION.getStartupConsoleOutput()).contains("spans made: " + ThousandClasses.CLASSES / 2 + "\n");
        assertThat(APPLICATION.getExitCode()).isZero();
    }

    private void printTimeOfBuild() throws IOException {
        JsonNode metrics = new ObjectMapper().readTree(results.getBuildDir().resolve("build-metrics.json").toFile());
        TreeMap<String, Long> ours = new TreeMap<>();
        List<Long> transforming = new ArrayList<>();
        for (JsonNode step : metrics.get("records")) {
            if (step.get("stepId").asText().startsWith("dev.foundation"))
                ours.put(step.get("stepId").asText(), step.get("duration").asLong());
            if (step.get("stepId").asText().contains("ClassTransformingBuildStep"))
                transforming.add(step.get("duration").asLong());
        }
        System.out.printf("A build of %d classes, %d traced methods: %d ms in %d steps of this extension, %s ms for changing "
                + "classes, %d ms in all%n", ThousandClasses.CLASSES, ThousandClasses.CLASSES / 2,
                ours.values().stream().mapToLong(Long::longValue).sum(), ours.size(), transforming,
                metrics.get("duration").asLong());
    }
}
