package dev.foundation.tracing.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class {@link TestTraces}, as a parameter, read from this process. Beside {@code @QuarkusTest}, for an
 * application that uses the extension, nothing else is needed:
 *
 * <pre>{@code
 * void anOrderIsOneTrace(TestTraces traces) {
 *     given().body(TWO_TEAS).post("/orders").then().statusCode(201);
 *     assertThat(traces.only()).hasRoot("POST /orders");
 * }
 * }</pre>
 *
 * To read what several processes export, register a {@link TraceExtension} instead.
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TraceExtension.class)
public @interface TraceTest {
}
