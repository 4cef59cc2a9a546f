package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a Collector is configured with. */
record CollectorConfig(Tree tree) {

    private static final Shape SHAPE = Shape.of("collector.yaml");

    /** @return where it sends to */
    List<Addresses.Address> targets() {
        List<Addresses.Address> targets = new ArrayList<>();
        tree.at("exporters").entries().values().forEach(exporter -> {
            Tree dns = exporter.at("resolver", "dns");
            if (exporter.at("endpoint").isPresent())
                targets.add(Addresses.Address.parse(exporter.at("endpoint").text()));
            if (dns.isPresent())
                targets.add(Addresses.Address.parse(dns.at("hostname").text() + ":" + dns.at("port").text()));
        });
        return targets;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>(SHAPE.problems(tree));
        for (String kind : List.of("receivers", "processors", "exporters"))
            compare(kind, pipelines().flatMap(pipeline -> pipeline.at(kind).items()), problems);
        compare("extensions", tree.at("service", "extensions").items(), problems);
        pipelines().filter(pipeline -> !"memory_limiter".equals(pipeline.at("processors").items().findFirst().map(Tree::text)
                .orElse(""))).forEach(pipeline -> problems.add("a pipeline does not begin with the memory_limiter"));
        tree.at("exporters").entries().values().stream().map(exporter -> exporter.at("sending_queue", "storage"))
                .filter(storage -> storage.isPresent() && !tree.at("extensions", storage.text()).isPresent())
                .forEach(storage -> problems.add("extensions." + storage.text() + " is used and not there"));
        return problems;
    }

    /** @return the directories that it writes to */
    Stream<String> directories() {
        return tree.at("extensions").entries().values().stream().map(extension -> extension.at("directory"))
                .filter(Tree::isPresent).map(Tree::text);
    }

    Tree processor(String name) {
        return tree.at("processors", name);
    }

    private Stream<Tree> pipelines() {
        return tree.at("service", "pipelines").entries().values().stream();
    }

    private void compare(String kind, Stream<Tree> used, List<String> problems) {
        Set<String> there = tree.at(kind).entries().keySet();
        List<String> names = used.map(Tree::text).toList();
        names.stream().filter(name -> !there.contains(name))
                .forEach(name -> problems.add(kind + "." + name + " is used and not there"));
        there.stream().filter(name -> !names.contains(name))
                .forEach(name -> problems.add(kind + "." + name + " is there and not used"));
    }
}
