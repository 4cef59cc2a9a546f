/**
 * Where traces come from: what ended in this process, what other processes export, or anything that answers Grafana Tempo's
 * API.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/">Tempo's HTTP API</a>
 */
@NullMarked
package dev.foundation.tracing.test.collect;

import org.jspecify.annotations.NullMarked;
