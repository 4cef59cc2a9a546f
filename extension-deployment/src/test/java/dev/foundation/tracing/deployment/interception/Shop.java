package dev.foundation.tracing.deployment.interception;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;

import org.eclipse.microprofile.faulttolerance.Retry;

import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** Beans whose methods have interceptors around them, or have not. */
@SuppressWarnings("unused") // CDI and the tests call them
class Shop {

    record Order(@SpanAttribute("order.items") int items, String customer) {
    }

    abstract static class Till {

        private final List<String> tries = new ArrayList<>();

        void forgetTries() {
            tries.clear();
        }

        @Retry(maxRetries = 2, delay = 0)
        @Traced(value = "till.inherited", result = "till.result")
        String inherited(String key) {
            return tried(key, 2);
        }

        String tried(String key, int successful) {
            tries.add(key);
            if (tries.size() < successful)
                throw new IllegalStateException("try " + tries.size());
            return key + " after " + tries.size();
        }
    }

    @ApplicationScoped
    static class Orders extends Till {

        @Retry(maxRetries = 2, delay = 0)
        @Traced("orders.pay")
        String pay(Order order, @SpanAttribute("order.customer") String customer, @SpanAttribute("order.total") long total) {
            withinEachTry();
            return tried("paid", 3);
        }

        @Traced("orders.try")
        private static void withinEachTry() {
            // its span tells where it was called
        }

        @Retry(maxRetries = 1, delay = 0)
        @Traced("orders.fail")
        void failing() {
            throw new IllegalStateException("always");
        }

        @Retry(maxRetries = 2, delay = 0)
        @Traced("orders.ship")
        Uni<String> ship() {
            return Uni.createFrom().item(() -> tried("shipped", 3));
        }

        @Traced("orders.plain")
        String plain() {
            return viaItself();
        }

        @Traced("orders.itself")
        String viaItself() {
            return "itself";
        }

        @CacheResult(cacheName = "prices")
        @Traced("orders.price")
        String price(String sku) {
            return tried(sku, 1);
        }

        @Traced("orders.overloaded")
        @Retry
        String overloaded(int number) {
            return "number";
        }

        @Traced("orders.overloaded")
        @Retry
        String overloaded(String text) {
            return "text";
        }
    }

    @Retry(maxRetries = 2, delay = 0)
    @ApplicationScoped
    static class BoundAsAWhole extends Till {

        @Traced("whole.pay")
        String pay() {
            return tried("paid", 3);
        }
    }

    static class Unbound {

        final List<String> tries = new ArrayList<>();

        @Traced("unbound.pay")
        String pay() {
            tries.add("try");
            if (tries.size() < 3)
                throw new IllegalStateException("not yet");
            return "paid";
        }
    }

    @Retry(maxRetries = 2, delay = 0)
    @ApplicationScoped
    static class BoundBelow extends Unbound {
    }

    interface Greeter {

        @Retry // CDI does not apply it to a default method
        @Traced("greeter.greet")
        default String greet(@SpanAttribute("greeter.name") String name) {
            return "Hello " + name;
        }
    }

    @ApplicationScoped
    static class Host implements Greeter {

        @Retry(maxRetries = 1, delay = 0)
        String intercepted() {
            return greet("Ada");
        }
    }

    @InterceptorBinding
    @Target({ ElementType.METHOD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface Thrice {
    }

    @Thrice
    @Interceptor
    @Priority(1)
    static class ThreeTries {

        @AroundInvoke
        Object repeat(InvocationContext call) throws Exception {
            call.proceed();
            call.proceed();
            return call.proceed();
        }
    }

    /** No bean: Quarkus intercepts static methods of any class. */
    static class Register {

        @Thrice
        @Traced("register.add")
        static String add(@SpanAttribute("register.key") String key) {
            return added(key);
        }

        @Traced("register.try")
        private static String added(String key) {
            return key;
        }
    }

    abstract static class Importer {

        @Traced("importer.run")
        String run() {
            return "imported";
        }
    }

    @Thrice
    @ApplicationScoped
    static class FileImporter extends Importer {

        @Override
        String run() {
            return super.run() + " from a file";
        }
    }

    @Thrice
    @Dependent
    static class Branch {

        @PostConstruct
        @Traced("branch.open")
        void open() {
            // only its span matters
        }

        String name() {
            return "a method that is intercepted, so that the instance has interceptors";
        }

        @PreDestroy
        @Traced("branch.close")
        void close() {
            // only its span matters
        }
    }

    /** Intercepts itself, twice as often as it is called. */
    @ApplicationScoped
    static class Echo {

        @AroundInvoke
        Object twice(InvocationContext call) throws Exception {
            call.proceed();
            return call.proceed();
        }

        @Traced("echo.call")
        String call() {
            return inside();
        }

        @Traced("echo.inside")
        private static String inside() {
            return "echo";
        }
    }
}
