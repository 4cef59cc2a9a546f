/** The doctor: what is known of this process's tracing, put together and told. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.diagnostics.report;

import org.jspecify.annotations.NullMarked;
