@NullMarked
package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.NullMarked;
