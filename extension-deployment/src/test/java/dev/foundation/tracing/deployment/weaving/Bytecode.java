package dev.foundation.tracing.deployment.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
