/** The extension's part in the build of an application: the feature and its wiring. */
@NullMarked
package dev.foundation.tracing.deployment;

import org.jspecify.annotations.NullMarked;
