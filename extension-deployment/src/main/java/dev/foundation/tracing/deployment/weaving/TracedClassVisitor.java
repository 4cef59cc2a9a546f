package dev.foundation.tracing.deployment.weaving;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

import io.quarkus.gizmo.Gizmo;

/** Weaves the traced methods of one class and leaves the others as they are. */
final class TracedClassVisitor extends ClassVisitor {

    private final List<WovenMethod> methods;
    private final Map<String, WovenMethod> byNameAndDescriptor;

    TracedClassVisitor(ClassVisitor next, List<WovenMethod> methods) {
        super(Gizmo.ASM_API_VERSION, next);
        this.methods = methods;
        this.byNameAndDescriptor = methods.stream()
                .collect(toMap(method -> method.traced().methodName() + method.traced().descriptor(), identity()));
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        WovenMethod woven = byNameAndDescriptor.get(name + descriptor);
        return visitor == null || woven == null ? visitor
                : new MethodThatFits(visitor, access, name, descriptor, signature, exceptions, woven);
    }

    @Override
    public void visitEnd() {
        methods.stream().filter(WovenMethod::ours).forEach(method -> SpanEntry.writeBeside(cv, method.traced()));
        super.visitEnd();
    }
}
