/** Calls by the JDK's HTTP client, and what all spans of HTTP have in common. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http.client;

import org.jspecify.annotations.NullMarked;
