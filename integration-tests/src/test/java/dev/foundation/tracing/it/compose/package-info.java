/** What Docker Compose would run, as far as it can be proven without Docker: its file, and the files that it mounts. */
@NullMarked
package dev.foundation.tracing.it.compose;

import org.jspecify.annotations.NullMarked;
