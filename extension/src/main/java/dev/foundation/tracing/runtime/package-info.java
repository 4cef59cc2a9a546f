/** Wires the extension when an application starts. Internal. */
@NullMarked
package dev.foundation.tracing.runtime;

import org.jspecify.annotations.NullMarked;
