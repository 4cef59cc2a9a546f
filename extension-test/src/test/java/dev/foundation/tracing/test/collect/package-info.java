@NullMarked
package dev.foundation.tracing.test.collect;

import org.jspecify.annotations.NullMarked;
