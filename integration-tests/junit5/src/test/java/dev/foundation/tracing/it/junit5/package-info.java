@NullMarked
package dev.foundation.tracing.it.junit5;

import org.jspecify.annotations.NullMarked;
