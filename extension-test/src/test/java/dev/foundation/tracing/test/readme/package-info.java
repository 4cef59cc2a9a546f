@NullMarked
package dev.foundation.tracing.test.readme;

import org.jspecify.annotations.NullMarked;
