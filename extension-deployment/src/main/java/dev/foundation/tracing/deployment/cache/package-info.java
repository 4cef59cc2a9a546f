/** Makes the caches of quarkus-cache traced ones. */
@NullMarked
package dev.foundation.tracing.deployment.cache;

import org.jspecify.annotations.NullMarked;
