package dev.foundation.tracing.deployment.weaving;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.MethodNode;

import io.quarkus.gizmo.Gizmo;

/** Reads a method whole, and weaves it unless it would be longer then than the JVM allows: that one stays as it is. */
final class MethodThatFits extends MethodNode {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");
    private static final int LONGEST = 65_535;

    private final MethodVisitor next;
    private final WovenMethod woven;

    MethodThatFits(MethodVisitor next, int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions, WovenMethod woven) {
        super(Gizmo.ASM_API_VERSION, access, name, descriptor, signature, exceptions);
        this.next = next;
        this.woven = woven;
    }

    @Override
    public void visitEnd() {
        super.visitEnd();
        if (fits()) {
            accept(weaving(next));
        } else {
            LOG.warnf("%s.%s() is too long to be woven and has no span: the JVM allows 64 KiB of bytecode. "
                    + "Move a part of it to a method of its own.", woven.traced().className(), name);
            accept(next);
        }
    }

    private boolean fits() {
        CodeSizeEvaluator size = new CodeSizeEvaluator(null);
        accept(weaving(size));
        return size.getMaxSize() <= LONGEST;
    }

    private MethodVisitor weaving(MethodVisitor visitor) {
        return new TracedMethodVisitor(visitor, access, name, desc, woven);
    }
}
