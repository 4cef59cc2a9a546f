/**
 * Reads traces from anything that answers Grafana Tempo's API, for tests to look into and for terminals to show.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/">Tempo's HTTP API</a>
 */
@NullMarked
package dev.foundation.tracing.test;

import org.jspecify.annotations.NullMarked;
