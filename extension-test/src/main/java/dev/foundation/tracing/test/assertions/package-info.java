/**
 * AssertJ assertions on traces. A failure begins with one sentence that says what was expected and what was found, and shows
 * the
 * trace with what is amiss marked in it.
 *
 * <p>
 * A span is named as in a line of {@linkplain dev.foundation.tracing.test.tree a tree}: {@code "POST /orders"}, or with service
 * and kind
 * where the name alone is not enough: {@code "POST /orders [storefront] SERVER"}. In each part {@code *} stands for any
 * characters.
 */
@NullMarked
package dev.foundation.tracing.test.assertions;

import org.jspecify.annotations.NullMarked;
