/** The shop by one command: {@code mvn -Pdemo}. */
@NullMarked
package dev.foundation.tracing.demo;

import org.jspecify.annotations.NullMarked;
