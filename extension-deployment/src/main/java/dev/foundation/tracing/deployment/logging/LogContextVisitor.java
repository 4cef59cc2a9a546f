package dev.foundation.tracing.deployment.logging;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

import dev.foundation.tracing.runtime.weaving.Woven;
import io.quarkus.gizmo.Gizmo;

/**
 * Puts a question before each of the two methods by which Quarkus changes the log context, as this source would:
 *
 * <pre>{@code
 * if (Woven.spanIsCurrent(context, vertxContext))
 *     return;
 * }</pre>
 */
final class LogContextVisitor extends ClassVisitor {

    private static final Map<String, String> QUESTIONS = Map.of("setMDCData", "spanIsCurrent", "clearMDCData",
            "noSpanIsCurrent");

    LogContextVisitor(ClassVisitor next) {
        super(Gizmo.ASM_API_VERSION, next);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        String question = QUESTIONS.get(name);
        return visitor == null || question == null ? visitor : new Asking(visitor, access, name, descriptor, question);
    }

    private static final class Asking extends GeneratorAdapter {

        private final String question;
        private final String questionsDescriptor;

        Asking(MethodVisitor next, int access, String name, String descriptor, String question) {
            super(Gizmo.ASM_API_VERSION, next, access, name, descriptor);
            this.question = question;
            this.questionsDescriptor = Type.getMethodDescriptor(Type.BOOLEAN_TYPE, Type.getArgumentTypes(descriptor));
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label quarkusDoesIt = newLabel();
            loadArgs();
            visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Woven.class), question, questionsDescriptor, false);
            ifZCmp(EQ, quarkusDoesIt);
            returnValue();
            mark(quarkusDoesIt);
        }
    }
}
