@NullMarked
package dev.foundation.tracing.test;

import org.jspecify.annotations.NullMarked;
