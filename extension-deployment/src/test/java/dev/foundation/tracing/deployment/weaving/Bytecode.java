package dev.foundation.tracing.deployment.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

import io.quarkus.gizmo.Gizmo;

/** Reads the class file that the running application was given. */
final class Bytecode {

    private static final Pattern OUR_CLASS = Pattern.compile("dev/foundation/tracing/[A-Za-z/]+");

    private Bytecode() {
    }

    /** @return internal names of classes of ours in the constant pool */
    static Set<String> calledClasses(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = OUR_CLASS.matcher(classFile(type));
        while (matcher.find())
            names.add(matcher.group());
        return names;
    }

    private static String classFile(Class<?> type) {
        return new String(bytes(type, type.getClassLoader()), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Class<?> type, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the lines of each method, by name and descriptor, as the class loader has the class file */
    static Map<String, List<Integer>> lines(Class<?> type, ClassLoader loader) {
        Map<String, List<Integer>> lines = new TreeMap<>();
        new ClassReader(bytes(type, loader)).accept(new ClassVisitor(Gizmo.ASM_API_VERSION) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] throwing) {
                List<Integer> ofMethod = lines.computeIfAbsent(name + descriptor, method -> new ArrayList<>());
                return new MethodVisitor(Gizmo.ASM_API_VERSION) {
                    @Override
                    public void visitLineNumber(int line, Label start) {
                        ofMethod.add(line);
                    }
                };
            }
        }, 0);
        return lines;
    }
}
