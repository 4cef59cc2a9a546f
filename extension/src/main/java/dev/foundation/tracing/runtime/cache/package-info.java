/** Cache lookups: what is seen of them, and {@code cacheAside}. Needs no cache library. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.cache;

import org.jspecify.annotations.NullMarked;
