package dev.foundation.tracing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.opentelemetry.api.trace.SpanKind;

/**
 * A span around every call of this method: private, static, final or called by its own class, bean or not. On a class: around
 * every call of the public methods that it declares.
 *
 * <p>
 * {@code @Traced("price.calculate") private static Money total(Order order, @SpanAttribute("customer.tier") String tier)}
 *
 * <p>
 * The span covers the call as its caller sees it. Where nothing intercepts the method, it is woven into the method's body
 * when the application is built. Where interceptors do (retry, cache, transaction), it is around all of them; an instance of
 * a bean's class made by {@code new} has no interceptors, and the span is in its body. Where the span is woven into the body of
 * a {@code synchronized} method, it begins once the lock is held.
 *
 * <p>
 * What the method throws is recorded and fails the span, as with {@link Spans}. If the result is a {@code CompletionStage},
 * {@code Uni} or {@code Multi}, the span ends when that does. Parameters with OpenTelemetry's {@code SpanAttribute} become
 * attributes: {@code SpanAttribute("order.items")} on a parameter {@code order} reads the property {@code items} if that
 * parameter's type has one; the parameter of a record that has the annotation on components gives one attribute for each of
 * these.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Traced {

    /**
     * The span's name: dot-separated parts of lower-case letters, digits and underscores, no ids. Empty means class and
     * method in that form: {@code OrderService.placeOrder} becomes {@code order_service.place_order}. On a class: what
     * stands in the place of the class's name there.
     */
    String value() default "";

    /** Whether the work is inside this process, or one end of a call or message. */
    SpanKind kind() default SpanKind.INTERNAL;

    /** Attributes that are the same for each call, each as {@code "key=value"}. */
    String[] attributes() default {};

    /** The key of an attribute that holds the method's result, or what an asynchronous one brings; empty for none. */
    String result() default "";
}
