/** What the extension does at build time so that sampling can be changed at run time. */
@NullMarked
package dev.foundation.tracing.deployment.sampling;

import org.jspecify.annotations.NullMarked;
