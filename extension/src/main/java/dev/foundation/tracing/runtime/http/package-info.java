/** What the extension adds to HTTP responses. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.http;

import org.jspecify.annotations.NullMarked;
