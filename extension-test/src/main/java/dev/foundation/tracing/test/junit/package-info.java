/**
 * Lets a JUnit test read the traces that it caused: {@link dev.foundation.tracing.test.junit.TraceTest} on the class,
 * {@link dev.foundation.tracing.test.junit.TestTraces} as parameter. Works with JUnit 5.9 and newer, with and without Quarkus.
 */
@NullMarked
package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.NullMarked;
