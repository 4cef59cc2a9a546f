/** The caches of quarkus-cache, on any back end. Loaded only where that extension is. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.cache.quarkus;

import org.jspecify.annotations.NullMarked;
