/** An application with the extension, under test as its developers would test it. */
@NullMarked
package dev.foundation.tracing.test.quarkus;

import org.jspecify.annotations.NullMarked;
