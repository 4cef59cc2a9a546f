/**
 * The API of Foundation Tracing: everything an application needs, reached by
 * {@code import static dev.foundation.tracing.Spans.*;}.
 */
@NullMarked
package dev.foundation.tracing;

import org.jspecify.annotations.NullMarked;
