package dev.foundation.tracing.deployment.faulttolerance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkus.gizmo.Gizmo;

/** Makes the field changeable that holds the code which a call guards: nothing is asked at each attempt of other calls. */
final class GuardedCodeField extends ClassVisitor {

    static final String CLASS = "io.smallrye.faulttolerance.core.FaultToleranceContext";

    private static final String NAME = "delegate";

    GuardedCodeField(ClassVisitor next) {
        super(Gizmo.ASM_API_VERSION, next);
    }

    static boolean isKnown() {
        return LibraryShape.has(CLASS, List.of(NAME + " Ljava/util/function/Supplier;"));
    }

    @Override
    public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
            @Nullable Object value) {
        return super.visitField(name.equals(NAME) ? access & ~Opcodes.ACC_FINAL : access, name, descriptor, signature, value);
    }
}
