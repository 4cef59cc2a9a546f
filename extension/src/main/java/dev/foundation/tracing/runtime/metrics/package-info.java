/** What the extension counts, as metrics of whatever the application keeps metrics with. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.metrics;

import org.jspecify.annotations.NullMarked;
