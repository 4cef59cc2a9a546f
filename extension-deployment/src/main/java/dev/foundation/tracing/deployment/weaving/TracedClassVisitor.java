package dev.foundation.tracing.deployment.weaving;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import io.quarkus.gizmo.Gizmo;

/** Weaves the traced methods of one class and leaves the others as they are. */
final class TracedClassVisitor extends ClassVisitor {

    private final Map<String, String> spanNames;

    TracedClassVisitor(ClassVisitor next, List<TracedMethodBuildItem> methods) {
        super(Gizmo.ASM_API_VERSION, next);
        this.spanNames = methods.stream().collect(toMap(m -> m.methodName() + m.descriptor(), TracedMethodBuildItem::spanName));
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        String spanName = spanNames.get(name + descriptor);
        return visitor == null || spanName == null ? visitor
                : new TracedMethodVisitor(visitor, access, name, descriptor, spanName);
    }
}
