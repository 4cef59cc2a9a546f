/** Serves the files of the web page and nothing else; the page gets its data from the query API. */
@NullMarked
package dev.foundation.tracing.tracestore.page;

import org.jspecify.annotations.NullMarked;
