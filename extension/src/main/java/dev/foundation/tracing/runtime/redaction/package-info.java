/** Takes secrets out of what leaves the process. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.redaction;

import org.jspecify.annotations.NullMarked;
