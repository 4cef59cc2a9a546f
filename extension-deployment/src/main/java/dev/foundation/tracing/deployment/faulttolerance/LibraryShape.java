package dev.foundation.tracing.deployment.faulttolerance;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

import io.quarkus.gizmo.Gizmo;

/** What a class of the library has, by its bytecode: another version of it may have something else. */
final class LibraryShape extends ClassVisitor {

    private final Set<String> members = new HashSet<>();

    private LibraryShape() {
        super(Gizmo.ASM_API_VERSION);
    }

    /** @param members fields and methods, each as its name and its descriptor with a space between */
    static boolean has(String className, Collection<String> members) {
        LibraryShape shape = new LibraryShape();
        String resource = className.replace('.', '/') + ".class";
        try (InputStream code = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (code == null)
                return false;
            new ClassReader(code).accept(shape, ClassReader.SKIP_CODE);
        } catch (IOException e) {
            return false;
        }
        return shape.members.containsAll(members);
    }

    @Override
    public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
            @Nullable Object value) {
        members.add(name + " " + descriptor);
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        members.add(name + " " + descriptor);
        return null;
    }
}
