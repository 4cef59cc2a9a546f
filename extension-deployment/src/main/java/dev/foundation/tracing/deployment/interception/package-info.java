/** Which traced methods CDI's interceptors surround, so that the span surrounds those. */
@NullMarked
package dev.foundation.tracing.deployment.interception;

import org.jspecify.annotations.NullMarked;
