/** What the extension adds to applications that have Quarkus's HTTP server. */
@NullMarked
package dev.foundation.tracing.deployment.http;

import org.jspecify.annotations.NullMarked;
