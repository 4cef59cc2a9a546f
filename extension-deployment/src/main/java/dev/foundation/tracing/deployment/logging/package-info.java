/** Lets trace ids be put into log lines when those are written. */
@NullMarked
package dev.foundation.tracing.deployment.logging;

import org.jspecify.annotations.NullMarked;
