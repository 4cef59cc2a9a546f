/** Brings together who looks on while spans are made. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.observation;

import org.jspecify.annotations.NullMarked;
