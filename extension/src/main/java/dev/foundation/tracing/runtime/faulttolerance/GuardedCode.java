package dev.foundation.tracing.runtime.faulttolerance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.Future;

/**
 * Makes attempts of what a context guards. The build has made its field changeable: calls that are not traced run as they
 * would without this.
 */
final class GuardedCode {

    private static final VarHandle CODE = find();

    private GuardedCode() {
    }

    private static VarHandle find() {
        try {
            return MethodHandles.privateLookupIn(FaultToleranceContext.class, MethodHandles.lookup())
                    .findVarHandle(FaultToleranceContext.class, "delegate", Supplier.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unchecked") // the context's own code
    static void trace(FaultToleranceContext<?> context) {
        Supplier<Future<Object>> code = (Supplier<Future<Object>>) CODE.get(context);
        CODE.set(context, (Supplier<Future<Object>>) () -> run(context, code));
    }

    private static Future<Object> run(FaultToleranceContext<?> context, Supplier<Future<Object>> code) {
        GuardedCall call = GuardedCall.of(context);
        return call == null ? code.get() : call.attempt(code);
    }
}
