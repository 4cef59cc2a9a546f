package dev.foundation.tracing.deployment.methods;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import dev.foundation.tracing.Traced;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/** Methods that are declared to have a span in every way there is. */
class Declared {

    record Order(@SpanAttribute("order.items") int items, @SpanAttribute Customer customer, String note) {
    }

    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Checked {
    }

    record Basket(@SpanAttribute("basket.items") List<@Checked String> items) {

        Basket {
            items = List.copyOf(items);
        }
    }

    record Customer(String name, Address address) {

        @Override
        public String toString() {
            return "customer " + name;
        }
    }

    interface Address {

        String city();
    }

    static class Street implements Address {

        private final String city;

        Street(String city) {
            this.city = city;
        }

        @Override
        public String city() {
            if (city.isEmpty())
                throw new IllegalStateException("nowhere");
            return city;
        }

        boolean isLong() {
            return city.length() > 3;
        }
    }

    @Traced(value = "declared.full", kind = SpanKind.CONSUMER, attributes = { "queue.name=orders", "queue.empty=" })
    static void full() {
        // only its span matters
    }

    @Traced("declared.components")
    static void components(Order order) {
        // only its span matters
    }

    @Traced("declared.compact")
    static void compact(Basket basket) {
        // only its span matters
    }

    @Traced("declared.path")
    static void path(@SpanAttribute("customer.address.city") Customer customer, @SpanAttribute("street.long") Street street,
            @SpanAttribute String named, @SpanAttribute("other.name") Customer whole) {
        // only its span matters
    }

    @Traced
    static class Service {

        private int calls;

        public int publicOne() {
            return packagePrivateOne();
        }

        int packagePrivateOne() {
            return ++calls;
        }

        @Traced("declared.own_name")
        public void withItsOwnName() {
            calls++;
        }
    }

    @Traced("shop")
    static class Prefixed {

        public void open() {
            // only its span matters
        }
    }

    /** Configured, not annotated. */
    static class QuietService {

        void open() {
            close();
        }

        private void close() {
            // only its span matters
        }
    }

    record QuietPrice(long cents) {

        long doubled() {
            return cents() * 2;
        }
    }

    static class WithSpans {

        @WithSpan
        private static void privateAndStatic() {
            // only its span matters
        }

        @WithSpan(value = "Any name: allowed", kind = SpanKind.CLIENT)
        void named(@SpanAttribute("the.number") int number) {
            privateAndStatic();
        }

        @WithSpan(inheritContext = false)
        void root() {
            // only its span matters
        }
    }
}
