/** What woven bytecode calls. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.weaving;

import org.jspecify.annotations.NullMarked;
