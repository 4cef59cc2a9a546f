/** Lets SmallRye Fault Tolerance tell of the calls that it guards. */
@NullMarked
package dev.foundation.tracing.deployment.faulttolerance;

import org.jspecify.annotations.NullMarked;
