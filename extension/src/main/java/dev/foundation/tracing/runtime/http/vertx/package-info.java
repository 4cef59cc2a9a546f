/** What Quarkus's own spans of HTTP, which Vert.x's tracing makes, lack. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.vertx;

import org.jspecify.annotations.NullMarked;
