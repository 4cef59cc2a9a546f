/** What Kubernetes and the Collectors are given, proven without a cluster: the overlays as kubectl renders them. */
@NullMarked
package dev.foundation.tracing.it.kubernetes;

import org.jspecify.annotations.NullMarked;
