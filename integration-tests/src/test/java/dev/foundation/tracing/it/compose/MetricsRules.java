package dev.foundation.tracing.it.compose;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.ServiceSettings;
import dev.foundation.tracing.it.configuration.Yaml;

/** Numbers get to Prometheus: those of the services, of the Collector and of Tempo. */
final class MetricsRules {

    private MetricsRules() {
    }

    static Stream<String> everyServiceIsAskedForItsNumbers(Checkout checkout) {
        Set<String> asked = Yaml.children(checkout.prometheus().path("scrape_configs"))
                .filter(job -> job.path("metrics_path").asText().equals("/q/metrics")).flatMap(Endpoint::in)
                .map(Endpoint::host).collect(toSet());
        return ServiceSettings.SERVICES.stream().filter(service -> !asked.contains(service))
                .map(service -> service + " is not asked for its numbers");
    }

    static Stream<String> prometheusTakesWhatTempoWrites(Checkout checkout) {
        Set<String> flags = Yaml.texts(checkout.compose().container("prometheus").definition().path("command"))
                .collect(toSet());
        JsonNode written = checkout.tempo().at("/metrics_generator/storage/remote_write");
        return Yaml.children(written).flatMap(to -> Stream.of("--web.enable-remote-write-receiver",
                to.path("send_exemplars").asBoolean() ? "--enable-feature=exemplar-storage" : ""))
                .filter(flag -> !flag.isEmpty() && !flags.contains(flag))
                .map(flag -> "Prometheus refuses what Tempo writes, without " + flag);
    }

    static Stream<String> tempoMakesWhatGrafanaShows(Checkout checkout) {
        Set<String> processors = Yaml.texts(checkout.tempo().at("/overrides/defaults/metrics_generator/processors"))
                .collect(toSet());
        return Stream.of("span-metrics", "service-graphs").filter(processor -> !processors.contains(processor))
                .map(processor -> "Tempo does not make " + processor);
    }
}
