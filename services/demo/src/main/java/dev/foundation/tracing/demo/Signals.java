package dev.foundation.tracing.demo;

import java.util.List;

/** What a terminal sends to all its processes at once. */
final class Signals {

    private static final List<String> FROM_TERMINALS = List.of("INT", "HUP");

    private Signals() {
    }

    /**
     * From here on, neither this process nor those it starts end by Ctrl-C or by a closed terminal: the supervisor ends them
     * in their order. On Windows, that holds for this process and Ctrl-C alone: those it starts end by themselves and in no
     * order, which costs a few spans, and a closed window ends all.
     */
    static void ignoreThoseOfTerminals() {
        FROM_TERMINALS.forEach(Signals::ignore);
    }

    // By reflection, for javac warns about this class and the build takes warnings for errors.
    private static void ignore(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance(name),
                    handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // Windows has no HUP.
        }
    }
}
