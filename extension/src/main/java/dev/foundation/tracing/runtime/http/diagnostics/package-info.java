/** The doctor's report by HTTP. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.diagnostics;

import org.jspecify.annotations.NullMarked;
