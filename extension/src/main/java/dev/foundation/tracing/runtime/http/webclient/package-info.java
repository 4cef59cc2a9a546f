/** Calls by Vert.x's WebClient. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.webclient;

import org.jspecify.annotations.NullMarked;
