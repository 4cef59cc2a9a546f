/** How spans leave the process: counted, told of, and looked through before. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.export;

import org.jspecify.annotations.NullMarked;
