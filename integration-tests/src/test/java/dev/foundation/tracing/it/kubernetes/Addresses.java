package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a workload connects to, read from what it is given: variables and files. */
final class Addresses {

    private static final Pattern URL = Pattern.compile("\\b(?:https?|rediss?|postgresql)://([\\w.-]+):(\\d+)");

    private Addresses() {
    }

    /** @param host as it is asked for */
    record Address(String host, int port) {

        static Address parse(String hostAndPort) {
            int colon = hostAndPort.lastIndexOf(':');
            return new Address(hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
        }
    }

    static List<Address> of(Cluster cluster, Workload workload) {
        List<Address> addresses = new ArrayList<>();
        cluster.environment(workload).values().forEach(value -> urls(value).forEach(addresses::add));
        for (Map.Entry<String, String> file : cluster.files(workload).entrySet()) {
            Tree tree = Tree.of(file.getValue());
            if (tree.at("exporters").isPresent())
                addresses.addAll(new CollectorConfig(tree).targets());
            Stream.concat(tree.at("datasources").items(), tree.at("metrics_generator", "storage", "remote_write").items())
                    .forEach(place -> urls(place.at("url").text()).forEach(addresses::add));
            tree.at("scrape_configs").items().flatMap(job -> job.at("static_configs").items())
                    .flatMap(group -> group.at("targets").items()).map(Tree::text).map(Address::parse).forEach(addresses::add);
        }
        // That is the browser's machine, not the pod.
        addresses.removeIf(address -> address.host().equals("localhost"));
        return addresses;
    }

    private static Stream<Address> urls(String text) {
        return URL.matcher(text).results()
                .map((MatchResult url) -> new Address(url.group(1), Integer.parseInt(url.group(2))));
    }
}
