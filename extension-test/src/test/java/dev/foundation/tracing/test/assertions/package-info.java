@NullMarked
package dev.foundation.tracing.test.assertions;

import org.jspecify.annotations.NullMarked;
