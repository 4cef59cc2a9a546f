package dev.foundation.tracing.deployment.faulttolerance;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

import dev.foundation.tracing.runtime.weaving.Woven;

/** What is woven into the library. Each method says above it what its source would be. */
final class GuardCode {

    private static final Type OBJECT = Type.getType(Object.class);

    private GuardCode() {
    }

    /** {@code return (FaultToleranceStrategy) Woven.guarding(result, point);} */
    static void guardMethod(GeneratorAdapter code, Type strategy) {
        code.loadArg(1);
        guard(code, strategy);
    }

    /** {@code return (FaultToleranceStrategy) Woven.guarding(result, this.descriptionSet ? this.description : null);} */
    static void guardDescribed(GeneratorAdapter code, Type builder, Type strategy) {
        Label undescribed = code.newLabel();
        Label end = code.newLabel();
        code.loadThis();
        code.getField(builder, "descriptionSet", Type.BOOLEAN_TYPE);
        code.ifZCmp(GeneratorAdapter.EQ, undescribed);
        code.loadThis();
        code.getField(builder, "description", Type.getType(String.class));
        code.goTo(end);
        code.mark(undescribed);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.mark(end);
        guard(code, strategy);
    }

    private static void guard(GeneratorAdapter code, Type strategy) {
        callWoven(code, "guarding", OBJECT, OBJECT, OBJECT);
        code.checkCast(strategy);
    }

    /** {@code delegate = (FaultToleranceStrategy) Woven.guardingElsewhere(delegate);} */
    static void replaceFirstArgument(GeneratorAdapter code, Type strategy) {
        code.loadArg(0);
        callWoven(code, "guardingElsewhere", OBJECT, OBJECT);
        code.checkCast(strategy);
        code.storeArg(0);
    }

    /** {@code Woven.breakerIsHalfOpen(context);} */
    static void tellOfHalfOpenBreaker(GeneratorAdapter code) {
        code.loadArg(0);
        callWoven(code, "breakerIsHalfOpen", Type.VOID_TYPE, OBJECT);
    }

    private static void callWoven(GeneratorAdapter code, String method, Type result, Type... parameters) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Woven.class), method,
                Type.getMethodDescriptor(result, parameters), false);
    }
}
