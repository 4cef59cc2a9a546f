package dev.foundation.tracing.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.demo.launch.JavaCommand;

/** The supervisor as its starter sees it: a process that ends when its standard input does. */
final class SupervisorProcess {

    // The supervisor's worst case: 8 s for all processes and 2 s for each that it kills, then PostgreSQL, whose start it waits
    // for if that is under way.
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(100);
    // PostgreSQL is unpacked in memory.
    private static final String HEAP = "192m";

    private final Process process;

    private SupervisorProcess(Process process) {
        this.process = process;
    }

    static SupervisorProcess start(DemoSettings settings, Terminal terminal) throws IOException {
        List<String> command = JavaCommand.withHeap(HEAP).property(DemoSettings.ROOT, settings.root())
                .property(DemoSettings.PORT_OFFSET, settings.portOffset()).property(DemoSettings.ONCE, settings.once())
                .property(DemoSettings.TRAFFIC, settings.traffic())
                .property(Terminal.CHARSET, terminal.charset()).property(Terminal.COLOURED, terminal.coloured())
                // It has no logging of its own, and PostgreSQL's launcher need not say so.
                .property("slf4j.internal.verbosity", "ERROR")
                .mainClass(classPath(SupervisorProcess.class.getClassLoader()), Supervisor.class.getName());
        return new SupervisorProcess(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Closes its standard input, and waits until it has taken everything down. */
    void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                killAll();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killAll() {
        // Asked for first: children of a process that is gone are nobody's descendants.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    // Maven's plugin runs a main class in a class loader of its own, and java.class.path is Maven's.
    private static String classPath(ClassLoader loader) {
        if (!(loader instanceof URLClassLoader urls))
            return System.getProperty("java.class.path");
        List<String> entries = new ArrayList<>();
        for (URL url : urls.getURLs())
            entries.add(path(url).toString());
        return String.join(System.getProperty("path.separator"), entries);
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the class path has an entry that is no file: " + url, e);
        }
    }
}
