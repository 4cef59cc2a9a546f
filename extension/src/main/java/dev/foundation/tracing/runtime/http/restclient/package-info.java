/** What REST clients know of their calls, for the spans of these. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.restclient;

import org.jspecify.annotations.NullMarked;
