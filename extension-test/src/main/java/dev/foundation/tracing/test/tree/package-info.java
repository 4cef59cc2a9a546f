/**
 * A trace as text that people write, read and compare.
 *
 * <pre>
 * POST /orders [storefront] SERVER
 *   | http.response.status_code = 201
 *   order.place
 *     ◇ order.accepted
 *       | total = *
 *     ✗ order.pay
 *     order.item …
 *     *
 *     …
 * </pre>
 *
 * <ul>
 * <li>What is indented belongs to the line above it that is indented less.
 * <li>A span: {@code ✗} if it failed, its name, its service in brackets, its kind. In the name and in the service {@code *}
 * stands
 * for any characters; a name in double quotes is taken as it stands, with JSON's escapes.
 * <li>{@code …} behind a span: anything may be below it that is not written. {@code …} alone: any number of further spans may
 * stand here, with all that is below them.
 * <li>{@code | key = value}: an attribute of the span or of the event. The value is JSON, in whose strings {@code *} stands for
 * any
 * characters, or {@code *} alone for any value. A key that holds {@code =} is put in quotes.
 * <li>{@code ◇ name}: an event. {@code → *}: a link.
 * <li>Empty lines, and lines that begin with {@code #}, say nothing.
 * <li>{@code !}, {@code <>}, {@code ->} and {@code ...} can be typed for {@code ✗}, {@code ◇}, {@code →} and {@code …}.
 * </ul>
 *
 * Spans side by side stand in the order in which they ran; those that overlapped in time may stand in any order.
 */
@NullMarked
package dev.foundation.tracing.test.tree;

import org.jspecify.annotations.NullMarked;
