package dev.foundation.tracing.deployment.faulttolerance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.GeneratorAdapter;

import io.quarkus.gizmo.Gizmo;

/** Weaves the methods of one class of the library and leaves the others as they are. */
final class LibraryClassVisitor extends ClassVisitor {

    private final List<WovenLibraryMethod> methods;

    LibraryClassVisitor(ClassVisitor next, List<WovenLibraryMethod> methods) {
        super(Gizmo.ASM_API_VERSION, next);
        this.methods = methods;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        return visitor == null ? null
                : methods.stream().filter(method -> method.is(name, descriptor)).findFirst()
                        .<MethodVisitor> map(method -> new Weaving(visitor, access, method)).orElse(visitor);
    }

    private static final class Weaving extends GeneratorAdapter {

        private final WovenLibraryMethod method;

        Weaving(MethodVisitor next, int access, WovenLibraryMethod method) {
            super(Gizmo.ASM_API_VERSION, next, access, method.name(), method.descriptor());
            this.method = method;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            method.atStart().accept(this);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN)
                method.beforeReturn().accept(this);
            super.visitInsn(opcode);
        }
    }
}
