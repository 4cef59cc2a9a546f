package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;

/** Who must reach whom, by the settings of all workloads. */
final class Needs {

    /** A service of another namespace. */
    private static final Pattern ELSEWHERE = Pattern.compile("[\\w-]+\\.([\\w-]+)(?:\\.svc.*)?");
    private static final int DNS = 53;

    private final Cluster cluster;
    private final Set<Connection> connections = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Needs(Cluster cluster) {
        this.cluster = cluster;
        connections.add(new Connection(Connection.namespaces("foundation.dev/edge", "true"), "storefront", 8080));
        for (Workload workload : cluster.workloads()) {
            connections.add(new Connection(workload.name(), Connection.namespace("kube-system"), DNS));
            Addresses.of(cluster, workload).forEach(address -> add(workload, address));
        }
    }

    Set<Connection> connections() {
        return connections;
    }

    /** @return addresses where nothing listens */
    List<String> problems() {
        return problems;
    }

    private void add(Workload workload, Addresses.Address address) {
        Matcher elsewhere = ELSEWHERE.matcher(address.host());
        if (!address.host().contains("."))
            inside(workload, address);
        else
            connections.add(new Connection(workload.name(),
                    elsewhere.matches() ? Connection.namespace(elsewhere.group(1)) : Connection.ANYWHERE, address.port()));
    }

    private void inside(Workload workload, Addresses.Address address) {
        V1Service service = cluster.service(address.host()).orElse(null);
        if (service == null) {
            problems.add(workload.id() + ": there is no Service " + address.host());
            return;
        }
        // Without an address of its own, the service's name is its pods' addresses, and the port is theirs.
        boolean headless = "None".equals(service.getSpec().getClusterIP());
        V1ServicePort port = service.getSpec().getPorts().stream().filter(offered -> offered.getPort() == address.port())
                .findFirst().orElse(null);
        if (port == null)
            problems.add(workload.id() + ": Service " + address.host() + " has no port " + address.port());
        else
            cluster.behind(service).forEach(target -> target
                    .port(headless || port.getTargetPort() == null ? new IntOrString(address.port()) : port.getTargetPort())
                    .ifPresentOrElse(number -> connections.add(new Connection(workload.name(), target.name(), number)),
                            () -> problems.add(target.id() + ": does not listen on " + address.port())));
    }
}
