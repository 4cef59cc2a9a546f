package dev.foundation.tracing.demo.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this JVM's own {@code java} is called for processes that live for minutes, on a machine that has other things to do. */
public final class JavaCommand {

    // The first compiler alone, and a collector without threads of its own: the shop is ready a fifth sooner.
    private static final List<String> SMALL_AND_QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> command = new ArrayList<>();

    private JavaCommand(String heap) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        command.add("-Xmx" + heap);
    }

    /** @param heap as {@code -Xmx} takes it: {@code 128m} */
    public static JavaCommand withHeap(String heap) {
        return new JavaCommand(heap);
    }

    public JavaCommand property(String name, Object value) {
        command.add("-D" + name + "=" + value);
        return this;
    }

    public List<String> jar(Path jar) {
        return ending(List.of("-jar", jar.toString()));
    }

    public List<String> mainClass(String classPath, String mainClass, String... arguments) {
        List<String> ending = new ArrayList<>(List.of("-cp", classPath, mainClass));
        ending.addAll(List.of(arguments));
        return ending(ending);
    }

    private List<String> ending(List<String> ending) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(ending);
        return whole;
    }
}
