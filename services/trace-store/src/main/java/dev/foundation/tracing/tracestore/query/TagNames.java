package dev.foundation.tracing.tracestore.query;

import java.util.List;

/**
 * The names of some tags.
 *
 * @param kept sorted, as many as were asked for
 * @param incomplete whether there are more
 */
record TagNames(List<String> kept, boolean incomplete) {
}
