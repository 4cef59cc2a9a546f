package dev.foundation.tracing.deployment.faulttolerance;

import java.util.List;
import java.util.function.Consumer;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * A method of the library, and what is woven into it.
 *
 * @param className with dots
 * @param descriptor the JVM's
 * @param fields that woven code reads, each as its name and its descriptor with a space between
 */
record WovenLibraryMethod(String className, String name, String descriptor, List<String> fields,
        Consumer<GeneratorAdapter> atStart, Consumer<GeneratorAdapter> beforeReturn) {

    private static final String LIBRARY = "io.smallrye.faulttolerance.";
    private static final String CONTEXT = LIBRARY + "core.FaultToleranceContext";
    private static final String STRATEGY = LIBRARY + "core.FaultToleranceStrategy";
    private static final String FUTURE = LIBRARY + "core.Future";
    private static final String BREAKER = LIBRARY + "core.circuit.breaker.CircuitBreaker";
    private static final String LAZY = LIBRARY + "apiimpl.BuilderLazyDependencies";
    private static final String TEXT = String.class.getName();

    /** All of them, or none is woven. */
    static final List<WovenLibraryMethod> ALL = List.of(
            ofInterceptor("prepareStrategy"),
            ofInterceptor("prepareFutureStrategy"),
            ofBuilder("GuardImpl", "buildStrategy", TEXT, LAZY),
            ofBuilder("TypedGuardImpl", "buildStrategy", TEXT, LAZY),
            ofBuilder("FaultToleranceImpl", "buildSyncStrategy", LAZY),
            ofBuilder("FaultToleranceImpl", "buildAsyncStrategy", LAZY),
            atStart(LIBRARY + "core.async.FutureExecution", "<init>",
                    descriptor(Type.VOID_TYPE, STRATEGY, "java.util.concurrent.Executor"), List.of(),
                    code -> GuardCode.replaceFirstArgument(code, type(STRATEGY))),
            atStart(BREAKER, "inHalfOpen", descriptor(type(FUTURE), CONTEXT, BREAKER + "$State"), List.of(),
                    GuardCode::tellOfHalfOpenBreaker));

    private static WovenLibraryMethod ofInterceptor(String name) {
        return new WovenLibraryMethod(LIBRARY + "FaultToleranceInterceptor", name,
                descriptor(type(STRATEGY), LIBRARY + "config.FaultToleranceOperation", LIBRARY + "internal.InterceptionPoint"),
                List.of(), code -> {
                }, code -> GuardCode.guardMethod(code, type(STRATEGY)));
    }

    private static WovenLibraryMethod ofBuilder(String guard, String name, String... parameters) {
        String builder = LIBRARY + "apiimpl." + guard + "$BuilderImpl";
        return new WovenLibraryMethod(builder, name, descriptor(type(STRATEGY), parameters),
                List.of("description Ljava/lang/String;", "descriptionSet Z"), code -> {
                }, code -> GuardCode.guardDescribed(code, type(builder), type(STRATEGY)));
    }

    private static WovenLibraryMethod atStart(String className, String name, String descriptor, List<String> fields,
            Consumer<GeneratorAdapter> atStart) {
        return new WovenLibraryMethod(className, name, descriptor, fields, atStart, code -> {
        });
    }

    private static String descriptor(Type result, String... parameters) {
        Type[] types = new Type[parameters.length];
        for (int i = 0; i < parameters.length; i++)
            types[i] = type(parameters[i]);
        return Type.getMethodDescriptor(result, types);
    }

    private static Type type(String className) {
        return Type.getObjectType(className.replace('.', '/'));
    }

    boolean isKnown() {
        return LibraryShape.has(className, fields) && LibraryShape.has(className, List.of(name + " " + descriptor));
    }

    boolean is(String otherName, String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    @Override
    public String toString() {
        return className + "." + name;
    }
}
