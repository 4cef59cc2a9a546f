/** What the extension does for an application's own tests, if they use foundation-tracing-test. */
@NullMarked
package dev.foundation.tracing.deployment.testing;

import org.jspecify.annotations.NullMarked;
