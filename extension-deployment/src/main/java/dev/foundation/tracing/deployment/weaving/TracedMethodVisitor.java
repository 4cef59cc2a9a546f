package dev.foundation.tracing.deployment.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;

import dev.foundation.tracing.runtime.weaving.Woven;
import io.quarkus.gizmo.Gizmo;

/**
 * Puts a span around a method's body, as this source would:
 *
 * <pre>{@code
 * Object span = Woven.enter(POINT);
 * try {
 *     … the body; before each return: Woven.exit(span);
 * } catch (Throwable thrown) {
 *     Woven.fail(span, thrown);
 *     throw thrown;
 * }
 * }</pre>
 */
final class TracedMethodVisitor extends AdviceAdapter {

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type THROWABLE = Type.getType(Throwable.class);
    private static final String WOVEN = Type.getInternalName(Woven.class);

    // A call site rather than a constant of the class file's pool: that would need class files of Java 11 or newer.
    private static final Handle SPAN_POINT = new Handle(Opcodes.H_INVOKESTATIC, WOVEN, "spanPoint",
            Type.getMethodDescriptor(Type.getType(CallSite.class), Type.getType(MethodHandles.Lookup.class),
                    Type.getType(String.class), Type.getType(MethodType.class), Type.getType(String.class)),
            false);

    private final String spanName;
    private final Label bodyStart = new Label();
    private int span;

    TracedMethodVisitor(MethodVisitor next, int access, String name, String descriptor, String spanName) {
        super(Gizmo.ASM_API_VERSION, next, access, name, descriptor);
        this.spanName = spanName;
    }

    @Override
    protected void onMethodEnter() {
        span = newLocal(OBJECT);
        mv.visitInvokeDynamicInsn("spanPoint", Type.getMethodDescriptor(OBJECT), SPAN_POINT, spanName);
        callWoven("enter", OBJECT, OBJECT);
        mv.visitVarInsn(ASTORE, span);
        mv.visitLabel(bodyStart);
    }

    @Override
    protected void onMethodExit(int opcode) {
        if (opcode == ATHROW)
            return; // the handler below sees it
        mv.visitVarInsn(ALOAD, span);
        callWoven("exit", Type.VOID_TYPE, OBJECT);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // The table of handlers is searched in order: coming last, this one sees only what the body lets out.
        Label handler = mark();
        int thrown = newLocal(THROWABLE);
        mv.visitTryCatchBlock(bodyStart, handler, handler, THROWABLE.getInternalName());
        mv.visitVarInsn(ASTORE, thrown);
        mv.visitVarInsn(ALOAD, span);
        mv.visitVarInsn(ALOAD, thrown);
        callWoven("fail", Type.VOID_TYPE, OBJECT, THROWABLE);
        mv.visitVarInsn(ALOAD, thrown);
        mv.visitInsn(ATHROW);
        super.visitMaxs(maxStack, maxLocals);
    }

    private void callWoven(String method, Type result, Type... parameters) {
        mv.visitMethodInsn(INVOKESTATIC, WOVEN, method, Type.getMethodDescriptor(result, parameters), false);
    }
}
