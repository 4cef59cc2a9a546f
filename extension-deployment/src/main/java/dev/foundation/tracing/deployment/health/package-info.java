/** Readiness by what becomes of spans, for applications that have Quarkus's health checks and ask for it. */
@NullMarked
package dev.foundation.tracing.deployment.health;

import org.jspecify.annotations.NullMarked;
