@NullMarked
package dev.foundation.tracing.demo.launch;

import org.jspecify.annotations.NullMarked;
