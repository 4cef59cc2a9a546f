/** What stands between braces: the fields of a span, and what is computed and compared with them. */
@NullMarked
package dev.foundation.tracing.tracestore.traceql.field;

import org.jspecify.annotations.NullMarked;
