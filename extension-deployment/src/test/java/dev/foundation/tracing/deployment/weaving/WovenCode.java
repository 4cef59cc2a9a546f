package dev.foundation.tracing.deployment.weaving;

import java.util.List;
import java.util.Locale;

import dev.foundation.tracing.Traced;

/** Methods of every kind, in classes that are no beans, which a build step is to weave. */
public class WovenCode {

    public static int viaPrivateStatic(int n) {
        return square(n);
    }

    @Traced("woven.square")
    private static int square(int n) {
        return n * n;
    }

    @Traced("woven.factorial")
    static long factorial(long n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    @Traced("woven.mixed")
    final synchronized double mixed(long a, double b, String text, Object... rest) {
        return a + b + text.length() + rest.length;
    }

    @Traced("woven.failing")
    static void failing(String reason) {
        throw new IllegalArgumentException(reason);
    }

    @Traced("woven.finally")
    static String withFinally(List<String> steps) {
        for (int i = 0;; i++) {
            try {
                steps.add("try " + i);
                if (i == 1)
                    return "done";
            } finally {
                steps.add("finally " + i);
            }
        }
    }

    @Traced("woven.catching")
    static String catching() {
        try {
            failing("caught inside");
            return "not reached";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Traced("woven.nothing")
    static void nothing() {
    }

    @Traced
    static void namedByItsMethod() {
    }

    interface Handler<T> {

        T handle(T value);
    }

    static class UpperCase implements Handler<String> {

        @Override
        @Traced("woven.generic")
        public String handle(String value) {
            return value.toUpperCase(Locale.ROOT);
        }
    }

    interface Greeter {

        @Traced("woven.default")
        default String greet(String name) {
            return decorate(name);
        }

        @Traced("woven.private_interface")
        private String decorate(String name) {
            return "Hello, " + polite(name);
        }

        @Traced("woven.static_interface")
        static String polite(String name) {
            return "dear " + name;
        }
    }

    record Price(long cents) {

        @Traced("woven.record")
        Price times(int quantity) {
            return new Price(cents * quantity);
        }
    }

    enum Level {
        LOW,
        HIGH;

        @Traced("woven.enum")
        boolean isHigh() {
            return switch (this) {
                case LOW -> false;
                case HIGH -> true;
            };
        }
    }
}
