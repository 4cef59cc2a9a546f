/** Readiness by what becomes of spans, for applications that ask for it. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.health;

import org.jspecify.annotations.NullMarked;
