package dev.foundation.tracing.it.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.it.configuration.ServiceSettings;

/** Each service has the time that it takes to end in order, with its last spans exported. */
final class Endings implements Check {

    /** Of {@code quarkus.otel.experimental.shutdown-wait-time}, which no service sets, and a JVM's own. */
    private static final Duration EXPORT = Duration.ofSeconds(2);
    private static final Duration JVM = Duration.ofSeconds(2);

    private final Map<String, ServiceSettings> services;

    Endings(Map<String, ServiceSettings> services) {
        this.services = services;
    }

    @Override
    public List<String> problems(Cluster cluster) {
        return cluster.workloads().stream().filter(Workload::isService)
                .filter(workload -> granted(workload).compareTo(needed(workload)) < 0)
                .map(workload -> workload.id() + ": needs " + needed(workload) + " to end, and has " + granted(workload))
                .toList();
    }

    private Duration needed(Workload workload) {
        Duration preStop = Duration.ofSeconds(workload.container().getLifecycle().getPreStop().getSleep().getSeconds());
        return preStop.plus(services.get(workload.name()).shutdownTimeout()).plus(EXPORT).plus(JVM);
    }

    private static Duration granted(Workload workload) {
        Long seconds = workload.pod().getTerminationGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 30 : seconds);
    }
}
