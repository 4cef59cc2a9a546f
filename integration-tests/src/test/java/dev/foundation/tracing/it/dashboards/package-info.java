/** Grafana's dashboards as files: read, and held against what they must be to work. */
@NullMarked
package dev.foundation.tracing.it.dashboards;

import org.jspecify.annotations.NullMarked;
