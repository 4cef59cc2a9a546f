/** Finds the methods to trace and checks what their authors wrote. */
@NullMarked
package dev.foundation.tracing.deployment.methods;

import org.jspecify.annotations.NullMarked;
