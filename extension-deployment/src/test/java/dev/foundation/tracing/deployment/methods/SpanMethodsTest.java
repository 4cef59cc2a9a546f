package dev.foundation.tracing.deployment.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.deployment.CapturedLog;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import kotlin.coroutines.Continuation;

class SpanMethodsTest {

    private static final String HERE = SpanMethodsTest.class.getName();

    @Test
    void openTelemetrysAnnotationOnAMethodWithoutABodyIsLeftToOthers() throws IOException {
        assertThat(names(spans(Index.of(WithoutBodies.class)))).isEmpty();
    }

    @Test
    void ourAnnotationOnARestClientIsAMistakeWithAdvice() throws IOException {
        assertThat(mistakes(restClient())).containsExactly("@Traced on shop.Prices.price() has no body to weave: "
                + "the REST client's own span covers the call already, annotate the caller instead");
    }

    @Test
    void whatTheContainerCallsHasASpanOfOursInItsBody() throws IOException {
        assertThat(spans(Index.of(Contained.class))).hasSize(4)
                .noneMatch(span -> span.canBeIntercepted() || span.quarkusMakesItOnBeans());
    }

    @Test
    void aPatternSkipsWhatOpenTelemetryCallsForEachSpan() throws IOException {
        assertThat(spans(Index.of(Processor.class, Header.class), "dev..*Processor#*", "dev..*Header#*")).isEmpty();
    }

    @Test
    void anAnnotationOnWhatOpenTelemetryCallsForEachSpanIsAMistake() throws IOException {
        assertThat(mistakes(Index.of(Processor.class, TracedProcessor.class))).containsExactly("@Traced on " + HERE
                + "$TracedProcessor.flush() would make spans for ever, since OpenTelemetry calls this class for each span: "
                + "remove it, and annotate what is called from outside OpenTelemetry instead");
    }

    @Test
    void aClassThatStandsInTwoJarsIsFoundOnce() throws IOException {
        IndexView twoJars = CompositeIndex.create(Index.of(Ordinary.class), Index.of(Ordinary.class));

        assertThat(names(spans(twoJars, "dev..*Ordinary#*"))).containsExactlyInAnyOrder("annotated", "plain");
    }

    @Test
    void aSuspendingFunctionThatOnlyAPatternMatchesIsSkippedWithAWarning() throws IOException {
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            assertThat(names(spans(Index.of(Coroutine.class), "dev..*Coroutine#*"))).containsExactly("plain");

            assertThat(log.lines()).extracting(CapturedLog.Line::message).containsExactly("quarkus.foundation-tracing.methods: "
                    + "suspending functions have no span, which would end at their first suspension: " + HERE
                    + "$Coroutine.fetch(). Call functions that are not suspending inside them, and let a pattern match those.");
        }
    }

    private static Collection<SpanMethod> spans(IndexView index, String... patterns) {
        return new SpanMethods(index, new SpanPipeline(index), true)
                .find(Stream.of(patterns).map(MethodPattern::parse).toList());
    }

    private static List<String> names(Collection<SpanMethod> spans) {
        return spans.stream().map(span -> span.method().name()).toList();
    }

    private static List<String> mistakes(IndexView index) {
        Mistakes mistakes = new Mistakes();
        SpanMethodChecks checks = new SpanMethodChecks(new SpanPipeline(index), mistakes);
        spans(index).forEach(checks::check);
        return mistakes.found().stream().map(Throwable::getMessage).toList();
    }

    /** Quarkus's REST client is no dependency of this module, so its annotation is written by name. */
    private static Index restClient() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "shop/Prices", null,
                "java/lang/Object", null);
        writer.visitAnnotation("Lorg/eclipse/microprofile/rest/client/inject/RegisterRestClient;", true).visitEnd();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "price", "()J", null, null);
        method.visitAnnotation(Traced.class.descriptorString(), true).visitEnd();
        method.visitEnd();
        writer.visitEnd();
        Indexer indexer = new Indexer();
        indexer.index(new ByteArrayInputStream(writer.toByteArray()));
        return indexer.complete();
    }

    abstract static class WithoutBodies {

        @WithSpan
        abstract void abstractOne();

        @WithSpan
        native void nativeOne();
    }

    static class Contained {

        @Inject
        @WithSpan
        void given() {
            // only its annotations matter
        }

        @PostConstruct
        @WithSpan
        void open() {
            // only its annotations matter
        }

        @PreDestroy
        @Traced
        void close() {
            // only its annotations matter
        }

        @AroundInvoke
        @WithSpan
        Object around(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    abstract static class Processor implements SpanProcessor {

        void work() {
            // only its class matters
        }
    }

    abstract static class TracedProcessor extends Processor {

        @Traced("processor.flush")
        void flush() {
            // only its class matters
        }
    }

    abstract static class Header implements TextMapPropagator {

        void work() {
            // only its class matters
        }
    }

    static class Ordinary {

        @Traced("ordinary.annotated")
        void annotated() {
            // only its annotation matters
        }

        void plain() {
            // only its name matters
        }
    }

    static class Coroutine {

        Object fetch(Continuation<String> continuation) {
            return continuation;
        }

        void plain() {
            // only its name matters
        }
    }
}
