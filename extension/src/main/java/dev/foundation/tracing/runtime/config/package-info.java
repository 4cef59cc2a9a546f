/** The extension's configuration. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.config;

import org.jspecify.annotations.NullMarked;
