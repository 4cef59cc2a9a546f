package dev.foundation.tracing.deployment.weaving;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkus.gizmo.Gizmo;

/** Weaves the traced methods of one class and leaves the others as they are. */
final class TracedClassVisitor extends ClassVisitor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");
    private static final int MAJOR_VERSION = 0xFFFF; // the upper half is the minor one

    private final List<WovenMethod> methods;
    private final Map<String, WovenMethod> byNameAndDescriptor;
    private boolean tooOld;

    TracedClassVisitor(ClassVisitor next, List<WovenMethod> methods) {
        super(Gizmo.ASM_API_VERSION, next);
        this.methods = methods;
        this.byNameAndDescriptor = methods.stream()
                .collect(toMap(method -> method.traced().methodName() + method.traced().descriptor(), identity()));
    }

    @Override
    public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
            String @Nullable [] interfaces) {
        super.visit(version, access, name, signature, superName, interfaces);
        // Woven code finds its span's point by invokedynamic, which class files have since Java 7.
        tooOld = (version & MAJOR_VERSION) < Opcodes.V1_7;
        if (tooOld)
            LOG.warnf("%s was compiled for a Java older than 7, so its methods have no spans: compile it for a newer one, "
                    + "or annotate the methods that call them.", name.replace('/', '.'));
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        WovenMethod woven = byNameAndDescriptor.get(name + descriptor);
        return visitor == null || woven == null || tooOld ? visitor
                : new MethodThatFits(visitor, access, name, descriptor, signature, exceptions, woven);
    }

    @Override
    public void visitEnd() {
        if (!tooOld)
            methods.stream().filter(WovenMethod::ours).forEach(method -> SpanEntry.writeBeside(cv, method.traced()));
        super.visitEnd();
    }
}
