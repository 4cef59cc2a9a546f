package dev.foundation.tracing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A span around every call of this method, woven into its bytecode when the application is built: private, static, final or
 * called by its own class, bean or not.
 *
 * <p>
 * {@code @Traced("price.calculate") private static Money total(List<Line> lines)} makes a span {@code price.calculate}.
 *
 * An exception that leaves the method is recorded on the span and marks it as failed.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Traced {

    /**
     * The span's name: dot-separated parts of lower-case letters, digits and underscores, no ids. Empty means class and
     * method in that form: {@code OrderService.placeOrder} becomes {@code order_service.place_order}.
     */
    String value() default "";
}
