package dev.foundation.tracing.deployment.weaving;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;

/** More kinds of methods and classes, each small. */
public class WovenShapes {

    @Traced("shape.primitives")
    static double primitives(@SpanAttribute("the.boolean") boolean a, @SpanAttribute("the.byte") byte b,
            @SpanAttribute("the.short") short c, @SpanAttribute("the.char") char d, @SpanAttribute("the.int") int e,
            @SpanAttribute("the.long") long f, @SpanAttribute("the.float") float g, @SpanAttribute("the.double") double h) {
        return (a ? 1 : 0) + b + c + d + e + f + g + h;
    }

    @Traced(value = "shape.boolean", result = "shape.result")
    static boolean aBoolean() {
        return true;
    }

    @Traced(value = "shape.byte", result = "shape.result")
    static byte aByte() {
        return 1;
    }

    @Traced(value = "shape.short", result = "shape.result")
    static short aShort() {
        return 2;
    }

    @Traced(value = "shape.char", result = "shape.result")
    static char aChar() {
        return 'c';
    }

    @Traced(value = "shape.int", result = "shape.result")
    static int anInt() {
        return 4;
    }

    @Traced(value = "shape.long", result = "shape.result")
    static long aLong() {
        return 5L;
    }

    @Traced(value = "shape.float", result = "shape.result")
    static float aFloat() {
        return 0.5f;
    }

    @Traced(value = "shape.double", result = "shape.result")
    static double aDouble() {
        return 0.25;
    }

    @Traced(value = "shape.text", result = "shape.result")
    static String aText() {
        return "text";
    }

    @Traced("shape.overloaded_number")
    static String overloaded(int number) {
        return "number " + number;
    }

    @Traced("shape.overloaded_text")
    static String overloaded(String text) {
        return "text " + text;
    }

    @Traced("shape.varargs")
    static int varargs(@SpanAttribute("the.numbers") int... numbers) {
        return IntStream.of(numbers).sum();
    }

    @Traced("shape.generic")
    static <T extends Comparable<T>> T larger(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static List<String> fromLambdas(List<Integer> numbers) {
        return numbers.stream().map(number -> overloaded(number)).toList();
    }

    @Traced("shape.switch")
    @SuppressWarnings("StatementSwitchToExpressionSwitch") // the old form jumps in more ways
    static String switching(Object key) {
        for (int i = 0;; i++) {
            try {
                switch (String.valueOf(key)) {
                    case "a":
                        return "first";
                    case "b":
                        continue;
                    case "c":
                        throw new IllegalStateException("third");
                    default:
                        if (i > 2)
                            return "default";
                }
            } catch (IllegalStateException e) {
                return e.getMessage();
            } finally {
                if (i == 5)
                    key = "a";
            }
        }
    }

    @Traced("shape.line")
    static void throwingInThisLine() {
        throw new IllegalStateException("line");
    }

    class Inner {

        @Traced("shape.inner")
        String outer() {
            return WovenShapes.this.name();
        }
    }

    String name() {
        return "outer";
    }

    static Supplier<String> local(String captured) {
        class Local implements Supplier<String> {

            @Override
            @Traced("shape.local")
            public String get() {
                return captured;
            }
        }
        return new Local();
    }

    static Supplier<String> anonymous(String captured) {
        return new Supplier<>() {

            @Override
            @Traced("shape.anonymous")
            public String get() {
                return captured;
            }
        };
    }

    static class Base {

        @Traced("shape.base")
        String inherited() {
            return "base";
        }

        @Traced("shape.overridden")
        String overridden() {
            return "base";
        }
    }

    static class Sub extends Base {

        @Override
        @Traced("shape.overriding")
        String overridden() {
            return "sub of " + super.overridden();
        }
    }
}
