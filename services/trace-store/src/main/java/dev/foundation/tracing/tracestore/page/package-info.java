/** The web page: its files, and what it asks of the store besides Tempo's API. */
@NullMarked
package dev.foundation.tracing.tracestore.page;

import org.jspecify.annotations.NullMarked;
