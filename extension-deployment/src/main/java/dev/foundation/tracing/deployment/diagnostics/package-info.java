/** The doctor, who says where the spans are. */
@NullMarked
package dev.foundation.tracing.deployment.diagnostics;

import org.jspecify.annotations.NullMarked;
