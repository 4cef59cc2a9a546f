package dev.foundation.tracing.deployment.export;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

import io.quarkus.gizmo.Gizmo;

/** Weaves what is to be woven around calls, and knows which of them there were. */
final class ExportCodeVisitor extends ClassVisitor {

    private final ExportCode code;
    private final Set<WovenCall> found = new HashSet<>();

    ExportCodeVisitor(@Nullable ClassVisitor next, ExportCode code) {
        super(Gizmo.ASM_API_VERSION, next);
        this.code = code;
    }

    boolean foundAll() {
        return found.containsAll(code.calls());
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        return new Weaving(super.visitMethod(access, name, descriptor, signature, exceptions), name);
    }

    private final class Weaving extends MethodVisitor {

        private final String method;

        Weaving(@Nullable MethodVisitor next, String method) {
            super(Gizmo.ASM_API_VERSION, next);
            this.method = method;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            for (WovenCall call : code.calls()) {
                if (call.is(method, opcode, owner, name, descriptor)) {
                    found.add(call);
                    call.weave(this, () -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface));
                    return;
                }
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
