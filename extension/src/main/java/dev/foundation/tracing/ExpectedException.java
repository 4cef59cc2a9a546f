package dev.foundation.tracing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exception that is an answer rather than a failure: a span that it leaves records it, but is not marked as failed. Holds
 * for its subclasses too.
 *
 * <pre>{@code
 * @ExpectedException
 * public class ProductUnknownException extends RuntimeException {
 * }
 * }</pre>
 *
 * For exceptions of others there is the setting {@code quarkus.foundation-tracing.expected-exceptions}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpectedException {
}
