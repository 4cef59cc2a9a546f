/** What the extension counts, as metrics of whatever the application keeps metrics with. */
@NullMarked
package dev.foundation.tracing.deployment.metrics;

import org.jspecify.annotations.NullMarked;
