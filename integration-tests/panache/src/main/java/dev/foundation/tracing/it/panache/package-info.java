/** A small application with Panache, to be tested. */
@NullMarked
package dev.foundation.tracing.it.panache;

import org.jspecify.annotations.NullMarked;
