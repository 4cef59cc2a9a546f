/** What is found out about spans while the application runs. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.diagnostics;

import org.jspecify.annotations.NullMarked;
