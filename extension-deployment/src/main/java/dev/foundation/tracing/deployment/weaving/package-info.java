/** Weaves spans into bytecode. */
@NullMarked
package dev.foundation.tracing.deployment.weaving;

import org.jspecify.annotations.NullMarked;
