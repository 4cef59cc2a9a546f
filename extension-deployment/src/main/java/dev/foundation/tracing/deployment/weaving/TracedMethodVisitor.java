package dev.foundation.tracing.deployment.weaving;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;

import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import io.quarkus.gizmo.Gizmo;

/**
 * Puts a span around a method's body, as this source would:
 *
 * <pre>{@code
 * Object span = Woven.enter(POINT); // and attributes, see SpanEntry
 * try {
 *     … the body; before each return: Woven.exit(span);
 * } catch (Throwable thrown) {
 *     Woven.fail(span, thrown);
 *     throw thrown;
 * }
 * }</pre>
 */
final class TracedMethodVisitor extends AdviceAdapter {

    private final WovenMethod woven;
    private final TracedMethodBuildItem traced;
    private final Type result;
    private final Label bodyStart = new Label();
    private int span;

    TracedMethodVisitor(MethodVisitor next, int access, String name, String descriptor, WovenMethod woven) {
        super(Gizmo.ASM_API_VERSION, next, access, name, descriptor);
        this.woven = woven;
        this.traced = woven.traced();
        this.result = Type.getReturnType(descriptor);
    }

    @Override
    protected void onMethodEnter() {
        span = new SpanEntry(this, traced).emit(woven.isInterceptedOnBeans());
        mark(bodyStart);
    }

    @Override
    protected void onMethodExit(int opcode) {
        if (opcode == ATHROW)
            return; // the handler below sees it
        if (traced.mayBeAsync())
            exitWithResult();
        else
            exit();
    }

    private void exit() {
        if (!traced.resultKey().isEmpty()) {
            int value = newLocal(result);
            storeLocal(value);
            loadLocal(span);
            push(traced.resultKey());
            loadLocal(value);
            SpanEntry.callAttribute(this, result);
            loadLocal(value);
        }
        loadLocal(span);
        SpanEntry.callWoven(this, "exit", Type.VOID_TYPE, SpanEntry.OBJECT);
    }

    private void exitWithResult() {
        int value = newLocal(result);
        storeLocal(value);
        loadLocal(span);
        loadLocal(value);
        push(traced.resultKey().isEmpty() ? null : traced.resultKey());
        SpanEntry.callWoven(this, "exit", SpanEntry.OBJECT, SpanEntry.OBJECT, SpanEntry.OBJECT, Type.getType(String.class));
        checkCast(result);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // The table of handlers is searched in order: coming last, this one sees only what the body lets out.
        Label handler = mark();
        int thrown = newLocal(SpanEntry.THROWABLE);
        visitTryCatchBlock(bodyStart, handler, handler, SpanEntry.THROWABLE.getInternalName());
        mv.visitVarInsn(ASTORE, thrown);
        mv.visitVarInsn(ALOAD, span);
        mv.visitVarInsn(ALOAD, thrown);
        SpanEntry.callWoven(this, "fail", Type.VOID_TYPE, SpanEntry.OBJECT, SpanEntry.THROWABLE);
        mv.visitVarInsn(ALOAD, thrown);
        mv.visitInsn(ATHROW);
        super.visitMaxs(maxStack, maxLocals);
    }
}
