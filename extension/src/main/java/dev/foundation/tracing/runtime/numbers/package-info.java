/** What is counted at span points, for beans and metrics. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.numbers;

import org.jspecify.annotations.NullMarked;
