package dev.foundation.tracing.deployment.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

import dev.foundation.tracing.deployment.methods.ParameterAttribute;
import dev.foundation.tracing.deployment.methods.ParameterAttribute.PropertyStep;
import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import dev.foundation.tracing.runtime.weaving.Woven;

/**
 * The code that opens a method's span and sets its attributes, into a local variable, as this source would:
 *
 * <pre>{@code
 * Object span = Woven.enter(POINT);
 * if (span != null) {
 *     Woven.attribute(span, "order.items", items);
 *     Object value = null;
 *     try {
 *         value = customer.name();
 *     } catch (Throwable thrown) {
 *         Woven.attributeFailed(thrown);
 *     }
 *     Woven.attribute(span, "customer.name", value);
 * }
 * }</pre>
 */
final class SpanEntry {

    static final Type OBJECT = Type.getType(Object.class);
    static final Type THROWABLE = Type.getType(Throwable.class);
    static final Type WOVEN = Type.getType(Woven.class);

    // A call site rather than a constant of the class file's pool: that would need class files of Java 11 or newer.
    private static final Handle SPAN_POINT = new Handle(Opcodes.H_INVOKESTATIC, WOVEN.getInternalName(), "spanPoint",
            Type.getMethodDescriptor(Type.getType(CallSite.class), Type.getType(MethodHandles.Lookup.class),
                    Type.getType(String.class), Type.getType(MethodType.class), Type.getType(String.class),
                    Type.getType(String.class), Type.getType(String.class), Type.INT_TYPE, Type.getType(String[].class)),
            false);

    private final GeneratorAdapter code;
    private final TracedMethodBuildItem traced;

    SpanEntry(GeneratorAdapter code, TracedMethodBuildItem traced) {
        this.code = code;
        this.traced = traced;
    }

    /** @return the local variable that holds the span, or null if this call has none */
    int emit(boolean unlessIntercepted) {
        int span = code.newLocal(OBJECT);
        code.invokeDynamic(traced.methodName(), Type.getMethodDescriptor(OBJECT), SPAN_POINT, pointArguments());
        if (unlessIntercepted) {
            code.loadThis();
            callWoven(code, "enterUnlessIntercepted", OBJECT, OBJECT, OBJECT);
        } else {
            callWoven(code, "enter", OBJECT, OBJECT);
        }
        code.storeLocal(span);
        if (!traced.parameters().isEmpty())
            emitAttributes(span);
        return span;
    }

    private Object[] pointArguments() {
        List<Object> arguments = new ArrayList<>(
                List.of(traced.descriptor(), traced.spanName(), traced.kind().name(), traced.root() ? 1 : 0));
        for (String constant : traced.constants()) {
            arguments.add(constant.substring(0, constant.indexOf('=')));
            arguments.add(constant.substring(constant.indexOf('=') + 1));
        }
        return arguments.toArray();
    }

    private void emitAttributes(int span) {
        Label without = code.newLabel();
        code.loadLocal(span);
        code.ifNull(without);
        traced.parameters().forEach(parameter -> emitAttribute(span, parameter));
        code.mark(without);
    }

    private void emitAttribute(int span, ParameterAttribute parameter) {
        Type type = Type.getArgumentTypes(traced.descriptor())[parameter.index()];
        if (parameter.path().isEmpty()) {
            code.loadLocal(span);
            code.push(parameter.key());
            code.loadArg(parameter.index());
            callAttribute(code, type);
        } else {
            int value = emitPath(parameter);
            code.loadLocal(span);
            code.push(parameter.key());
            code.loadLocal(value);
            callAttribute(code, OBJECT);
        }
    }

    /** @return the local variable that holds the value, or null if something on the way to it was, or threw */
    private int emitPath(ParameterAttribute parameter) {
        int value = code.newLocal(OBJECT);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.storeLocal(value);
        Label start = code.mark();
        Label absent = code.newLabel();
        code.loadArg(parameter.index());
        code.storeLocal(value);
        for (PropertyStep step : parameter.path()) {
            code.loadLocal(value);
            code.ifNull(absent);
            code.loadLocal(value);
            emitStep(step);
            code.storeLocal(value);
        }
        Label end = code.mark();
        code.goTo(absent);
        code.catchException(start, end, THROWABLE);
        callWoven(code, "attributeFailed", Type.VOID_TYPE, THROWABLE);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.storeLocal(value);
        code.mark(absent);
        return value;
    }

    private void emitStep(PropertyStep step) {
        Type owner = Type.getObjectType(step.owner());
        code.checkCast(owner);
        code.visitMethodInsn(step.ownerIsInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL, step.owner(),
                step.method(), step.descriptor(), step.ownerIsInterface());
        code.valueOf(Type.getReturnType(step.descriptor()));
    }

    /** Calls the method of {@link Woven} for a value of that type, with span, key and value on the stack. */
    static void callAttribute(GeneratorAdapter code, Type type) {
        Type wide = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT, Type.INT, Type.LONG -> Type.LONG_TYPE;
            case Type.FLOAT, Type.DOUBLE -> Type.DOUBLE_TYPE;
            case Type.BOOLEAN -> Type.BOOLEAN_TYPE;
            default -> OBJECT;
        };
        if (type.getSort() == Type.CHAR)
            code.valueOf(type);
        else if (wide.equals(Type.LONG_TYPE) || wide.equals(Type.DOUBLE_TYPE))
            code.cast(type, wide);
        callWoven(code, "attribute", Type.VOID_TYPE, OBJECT, Type.getType(String.class), wide);
    }

    static void callWoven(GeneratorAdapter code, String method, Type result, Type... parameters) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, WOVEN.getInternalName(), method,
                Type.getMethodDescriptor(result, parameters), false);
    }

    /** Writes a static method with the same parameters that returns the span, for the interceptor to call. */
    static void writeBeside(org.objectweb.asm.ClassVisitor type, TracedMethodBuildItem traced) {
        String descriptor = Type.getMethodDescriptor(OBJECT, Type.getArgumentTypes(traced.descriptor()));
        int access = Modifier.PRIVATE | Modifier.STATIC | Opcodes.ACC_SYNTHETIC;
        GeneratorAdapter code = new GeneratorAdapter(
                type.visitMethod(access, "traced$" + traced.methodName(), descriptor, null, null), access,
                "traced$" + traced.methodName(), descriptor);
        code.visitCode();
        code.loadLocal(new SpanEntry(code, traced).emit(false));
        code.returnValue();
        code.endMethod();
    }
}
