package dev.foundation.tracing.runtime.diagnostics;

import java.util.function.Predicate;

import dev.foundation.tracing.Spans;

/** Finds out by the stack where the application called the API, which takes time: for development and tests. */
final class CallSites {

    private static final String API = Spans.class.getName();

    private CallSites() {
    }

    /** @return the line that called {@code Spans}; else what is to stand for it */
    static String ofApi(String otherwise) {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> !isApi(frame)).dropWhile(CallSites::isApi)
                        .findFirst().map(Object::toString).orElse(otherwise));
    }

    private static boolean isApi(StackWalker.StackFrame frame) {
        return frame.getClassName().equals(API);
    }

    /** @return whether code of such a class has led here */
    static boolean isInside(Predicate<String> className) {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> className.test(frame.getClassName())));
    }
}
