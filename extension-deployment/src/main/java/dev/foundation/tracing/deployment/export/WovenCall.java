package dev.foundation.tracing.deployment.export;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import dev.foundation.tracing.runtime.weaving.Woven;

/**
 * A call, and what is woven around it.
 *
 * @param method that the call stands in; null for any
 * @param descriptor null for any
 */
record WovenCall(@Nullable String method, int opcode, String owner, String name, @Nullable String descriptor, Place place,
        String woven, String wovenDescriptor) {

    private static final String CONSTRUCTOR = "<init>";

    enum Place {
        /** It is exchanged. */
        INSTEAD,
        /** Its last argument is. */
        BEFORE,
        /** What it made is. */
        AFTER,
        /** Its last argument is, with the first one of the method beside it. */
        BEFORE_WITH_FIRST_PARAMETER
    }

    static WovenCall inPlaceOf(String owner, String name, String descriptor, String woven) {
        return new WovenCall(null, Opcodes.INVOKESTATIC, owner, name, descriptor, Place.INSTEAD, woven, descriptor);
    }

    static WovenCall beforeConstructor(String owner, String descriptor, String woven, String wovenDescriptor) {
        return new WovenCall(null, Opcodes.INVOKESPECIAL, owner, CONSTRUCTOR, descriptor, Place.BEFORE, woven,
                wovenDescriptor);
    }

    static WovenCall afterConstructor(String owner, String woven, String wovenDescriptor) {
        return new WovenCall(null, Opcodes.INVOKESPECIAL, owner, CONSTRUCTOR, null, Place.AFTER, woven, wovenDescriptor);
    }

    /** The exception for an answer is made of its message; the status is the first parameter of the method around. */
    static WovenCall withStatus(String method, String woven) {
        return new WovenCall(method, Opcodes.INVOKESPECIAL, Type.getInternalName(IllegalStateException.class), CONSTRUCTOR,
                "(Ljava/lang/String;)V", Place.BEFORE_WITH_FIRST_PARAMETER, woven,
                "(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/String;");
    }

    boolean is(String calling, int calledBy, String calledOwner, String calledName, String calledDescriptor) {
        return (method == null || method.equals(calling)) && opcode == calledBy && owner.equals(calledOwner)
                && name.equals(calledName) && (descriptor == null || descriptor.equals(calledDescriptor));
    }

    /** @param call writes the call as it was */
    void weave(MethodVisitor visitor, Runnable call) {
        switch (place) {
            case INSTEAD -> callWoven(visitor);
            case BEFORE -> {
                callWoven(visitor);
                call.run();
            }
            case BEFORE_WITH_FIRST_PARAMETER -> {
                visitor.visitVarInsn(Opcodes.ALOAD, 1);
                callWoven(visitor);
                call.run();
            }
            case AFTER -> {
                call.run();
                callWoven(visitor);
            }
        }
    }

    private void callWoven(MethodVisitor visitor) {
        visitor.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Woven.class), woven, wovenDescriptor, false);
    }
}
