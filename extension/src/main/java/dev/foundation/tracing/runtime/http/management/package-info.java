/** What operators see and change over HTTP, on Quarkus's management interface alone. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.management;

import org.jspecify.annotations.NullMarked;
