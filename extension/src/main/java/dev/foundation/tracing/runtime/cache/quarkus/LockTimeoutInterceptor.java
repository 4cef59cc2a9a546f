package dev.foundation.tracing.runtime.cache.quarkus;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import io.quarkus.arc.ArcInvocationContext;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.runtime.CacheInterceptor;

/** Just inside quarkus-cache: shows the call of a cached method past the cache, when a caller has waited long enough. */
@LockTimeout
@Interceptor
@Priority(CacheInterceptor.BASE_PRIORITY + 3)
public class LockTimeoutInterceptor {

    private final CacheManager caches;

    LockTimeoutInterceptor(CacheManager caches) {
        this.caches = caches;
    }

    @AroundInvoke
    @Nullable
    Object show(ArcInvocationContext call) throws Exception {
        LockTimeout limit = call.getInterceptorBinding(LockTimeout.class);
        Cache cache = limit == null ? null : caches.getCache(limit.value()).orElse(null);
        if (!(cache instanceof Traced traced) || LoaderRuns.takeOne(traced.point()))
            return call.proceed();
        return pastTheCache(traced.point(), call);
    }

    private static @Nullable Object pastTheCache(CachePoint point, ArcInvocationContext call) throws Exception {
        CacheSpan span = point.fetch();
        span.set("cache.lock_timeout", true);
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable thrown) {
            span.fail(thrown);
            span.end();
            throw thrown;
        }
        return span.endWith(result);
    }
}
