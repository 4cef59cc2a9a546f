package dev.foundation.tracing.deployment.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What cannot be woven must still run: a method that would be longer with its span than the 64 KiB that the JVM allows, and one
 * of a class file that is too old for woven code.
 */
class LongMethodTest {

    private static final String TYPE = "dev.foundation.tracing.deployment.weaving.Generated";
    private static final String OLD_TYPE = "dev.foundation.tracing.deployment.weaving.GeneratedForJava6";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class)
                    .add(new ByteArrayAsset(classWithLongMethods()), TYPE.replace('.', '/') + ".class")
                    .add(new ByteArrayAsset(classOfJava6()), OLD_TYPE.replace('.', '/') + ".class"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.foundation.tracing"))
            .assertLogRecords(LongMethodTest::tellsWhatWasWoven)
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aMethodThatWouldBeTooLongRunsWithoutASpanAndAnotherOfItsClassHasOne() throws ReflectiveOperationException {
        Class<?> type = Class.forName(TYPE, true, Thread.currentThread().getContextClassLoader());

        assertThat(type.getMethod("tooLong").invoke(null)).isEqualTo(32_760);
        assertThat(type.getMethod("fitting").invoke(null)).isEqualTo(30_000);
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("generated.fitting");
    }

    @Test
    void aMethodOfAClassFileOfJava6RunsWithoutASpan() throws ReflectiveOperationException {
        Class<?> type = Class.forName(OLD_TYPE, true, Thread.currentThread().getContextClassLoader());

        assertThat(type.getMethod("old").invoke(null)).isEqualTo(3);
        assertThat(spans.all()).isEmpty();
    }

    private static void tellsWhatWasWoven(List<LogRecord> records) {
        PatternFormatter message = new PatternFormatter("%s");
        assertThat(records).extracting(message::format).contains(
                "methods with a span: 3, in 2 classes; 0 of them have it around their interceptors",
                OLD_TYPE + " was compiled for a Java older than 7, so its methods have no spans: compile it for a newer one, "
                        + "or annotate the methods that call them.",
                TYPE + ".tooLong() is too long to be woven and has no span: the JVM allows 64 KiB of bytecode. "
                        + "Move a part of it to a method of its own.");
    }

    private static byte[] classWithLongMethods() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, TYPE.replace('.', '/'), null, "java/lang/Object", null);
        addingOnes(writer, "tooLong", "generated.too_long", 32_760);
        addingOnes(writer, "fitting", "generated.fitting", 30_000);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] classOfJava6() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, OLD_TYPE.replace('.', '/'), null, "java/lang/Object", null);
        addingOnes(writer, "old", "generated.old", 3);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Two bytes for each one that is added. */
    private static void addingOnes(ClassWriter writer, String name, String spanName, int times) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "()I", null, null);
        method.visitAnnotation(Traced.class.descriptorString(), true).visit("value", spanName);
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_0);
        for (int i = 0; i < times; i++) {
            method.visitInsn(Opcodes.ICONST_1);
            method.visitInsn(Opcodes.IADD);
        }
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
