package dev.foundation.tracing.test.junit;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.UnexpectedTraceError;
import dev.foundation.tracing.test.collect.TraceCollector;

/**
 * Gives each test its {@link TestTraces}; a {@code @BeforeAll} method has some of its own. To a test that fails for another
 * reason its traces are added, as suppressed exceptions. {@link TraceTest} registers it for this process; for whole systems
 * it is a static field with {@code @RegisterExtension}:
 *
 * <pre>{@code
 * static final TraceCollector COLLECTOR = TraceCollector.start();
 * static final TraceExtension TRACES = TraceExtension.of(COLLECTOR);
 * }</pre>
 */
public final class TraceExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback,
        ParameterResolver, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(TraceExtension.class);
    private static final int MOST_SHOWN = 3;

    private final Supplier<TraceCollector> collector;

    /** For {@code @ExtendWith}: reads this process. */
    public TraceExtension() {
        this(TraceCollector::ofThisProcess);
    }

    private TraceExtension(Supplier<TraceCollector> collector) {
        this.collector = collector;
    }

    /** @param collector stays the caller's to close */
    public static TraceExtension of(TraceCollector collector) {
        return new TraceExtension(() -> collector);
    }

    /** @param collector asked before each test, for one that is not there when the class is loaded */
    public static TraceExtension of(Supplier<TraceCollector> collector) {
        return new TraceExtension(collector);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        begin(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestTraces.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getDeclaringExecutable() instanceof Constructor)
            throw new ParameterResolutionException("TestTraces are those of one test, and in a constructor none has begun: take"
                    + " them as a parameter of the test method");
        return running(context).traces();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (!(failure instanceof UnexpectedTraceError))
            showTraces(running(context).traces(), failure);
        throw failure;
    }

    private void begin(ExtensionContext context) {
        if (isOnClassPath("io.restassured.RestAssured"))
            RestAssuredTraces.install();
        store(context).put(RunningTest.class, RunningTest.begin(new TestTraces(collector.get())));
    }

    private static void end(ExtensionContext context) {
        RunningTest test = store(context).remove(RunningTest.class, RunningTest.class);
        // Not there if beginning failed.
        if (test != null)
            test.end();
    }

    private static RunningTest running(ExtensionContext context) {
        return Objects.requireNonNull(store(context).get(RunningTest.class, RunningTest.class), "the test has not begun");
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static void showTraces(TestTraces traces, Throwable failure) {
        try {
            List<Trace> shown = traces.soFar().stream().filter(trace -> !isShown(trace, failure)).limit(MOST_SHOWN).toList();
            shown.forEach(trace -> failure.addSuppressed(new TraceOfTheTest(trace)));
        } catch (RuntimeException e) {
            // The store may be what is broken; the failure itself matters more.
            failure.addSuppressed(e);
        }
    }

    private static boolean isShown(Trace trace, Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(trace.traceId());
    }

    private static boolean isOnClassPath(String className) {
        try {
            Class.forName(className, false, TraceExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
