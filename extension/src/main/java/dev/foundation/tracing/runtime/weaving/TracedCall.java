package dev.foundation.tracing.runtime.weaving;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/** Added by the build to traced methods that other interceptors surround, so that ours surrounds those. */
@InterceptorBinding
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface TracedCall {

    /** The attribute that holds the result; empty for none. */
    @Nonbinding
    String resultKey() default "";
}
