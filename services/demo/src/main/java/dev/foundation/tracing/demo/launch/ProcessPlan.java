package dev.foundation.tracing.demo.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that it takes to start a process and to know that it is ready.
 *
 * @param environment added to this process's own
 * @param logFile takes both of its outputs
 * @param address where it is reached
 * @param readiness answers 200 once it is ready; null for what is as ready as it can be once it is started
 */
record ProcessPlan(String name, List<String> command, Map<String, String> environment, Path logFile, URI address,
        @Nullable URI readiness) {
}
