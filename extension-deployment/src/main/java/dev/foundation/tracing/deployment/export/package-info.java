/** Has exporters of spans watched, wherever they are made. */
@NullMarked
package dev.foundation.tracing.deployment.export;

import org.jspecify.annotations.NullMarked;
