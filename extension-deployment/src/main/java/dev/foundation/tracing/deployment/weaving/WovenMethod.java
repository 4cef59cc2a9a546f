package dev.foundation.tracing.deployment.weaving;

import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;

/**
 * A traced method, and what is around it.
 *
 * @param ours whether our interceptor is around it where it belongs to a bean, which calls an entry that is woven beside it
 */
record WovenMethod(TracedMethodBuildItem traced, boolean ours) {

    /** @return whether instances with interceptors have their span there, and not in the method's body */
    boolean isInterceptedOnBeans() {
        return ours || traced.quarkusMakesItOnBeans();
    }
}
