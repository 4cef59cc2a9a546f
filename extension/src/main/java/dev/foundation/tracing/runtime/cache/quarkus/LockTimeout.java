package dev.foundation.tracing.runtime.cache.quarkus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/** Added by the build to cached methods whose callers wait for one another's load for a limited time only. */
@InterceptorBinding
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface LockTimeout {

    /** The cache's name. */
    @Nonbinding
    String value() default "";
}
