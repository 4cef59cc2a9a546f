@NullMarked
package dev.foundation.tracing.test.tree;

import org.jspecify.annotations.NullMarked;
