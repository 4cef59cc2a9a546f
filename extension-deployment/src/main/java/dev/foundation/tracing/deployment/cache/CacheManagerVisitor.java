package dev.foundation.tracing.deployment.cache;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import dev.foundation.tracing.runtime.weaving.Woven;
import io.quarkus.gizmo.Gizmo;

/**
 * Changes the caches that Quarkus's cache manager is made with, as this source would at the start of its constructor:
 *
 * <pre>{@code
 * caches = Woven.caches(caches);
 * }</pre>
 */
final class CacheManagerVisitor extends ClassVisitor {

    static final Class<?>[] PARAMETERS = { Map.class };

    private static final Type CACHES = Type.getType(Map.class);
    private static final String CONSTRUCTOR = Type.getMethodDescriptor(Type.VOID_TYPE, CACHES);
    private static final String EXCHANGE = Type.getMethodDescriptor(CACHES, CACHES);

    CacheManagerVisitor(ClassVisitor next) {
        super(Gizmo.ASM_API_VERSION, next);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        return visitor != null && name.equals("<init>") && descriptor.equals(CONSTRUCTOR) ? new Exchanging(visitor) : visitor;
    }

    private static final class Exchanging extends MethodVisitor {

        private static final int PARAMETER = 1;

        Exchanging(MethodVisitor next) {
            super(Gizmo.ASM_API_VERSION, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitVarInsn(Opcodes.ALOAD, PARAMETER);
            visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Woven.class), "caches", EXCHANGE, false);
            visitVarInsn(Opcodes.ASTORE, PARAMETER);
        }
    }
}
