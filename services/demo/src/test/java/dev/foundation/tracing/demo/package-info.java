@NullMarked
package dev.foundation.tracing.demo;

import org.jspecify.annotations.NullMarked;
