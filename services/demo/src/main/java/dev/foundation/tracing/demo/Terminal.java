package dev.foundation.tracing.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * What the terminal is able to show. Found out by the starter, for the supervisor has no terminal on its standard input.
 *
 * @param charset what it is written in
 * @param coloured whether it takes ANSI escapes
 */
record Terminal(Charset charset, boolean coloured) {

    static final String CHARSET = "demo.charset";
    static final String COLOURED = "demo.coloured";

    // Up to Java 21 there is no console without a terminal; later ones are asked whether they are one.
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofThisProcess() {
        Console console = System.console();
        return new Terminal(console == null ? nativeCharset() : console.charset(),
                isInteractive(console) && wantsColours(System.getenv()));
    }

    static Terminal from(Properties properties) {
        return new Terminal(Charset.forName(properties.getProperty(CHARSET, "UTF-8")),
                Boolean.parseBoolean(properties.getProperty(COLOURED)));
    }

    PrintStream output() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    }

    /** @see <a href="https://no-color.org">NO_COLOR</a> */
    static boolean wantsColours(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", environment.containsKey("WT_SESSION") ? "windows" : "dumb");
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !terminal.equals("dumb");
    }

    private static boolean isInteractive(@Nullable Console console) {
        if (console == null)
            return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static Charset nativeCharset() {
        String name = System.getProperty("native.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
