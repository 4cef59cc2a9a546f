package dev.foundation.tracing.it.compose;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** What the Collector's pipelines name is defined, and the other way about. */
final class CollectorRules {

    private static final Set<String> KINDS = Set.of("receivers", "processors", "exporters");

    private CollectorRules() {
    }

    static Stream<String> pipelinesNameWhatIsDefined(Checkout checkout) {
        JsonNode file = checkout.collector();
        return Stream.concat(KINDS.stream().flatMap(kind -> missing(kind, named(file, kind), Yaml.names(file.path(kind)))),
                missing("extensions", Yaml.texts(file.at("/service/extensions")), Yaml.names(file.path("extensions"))));
    }

    static Stream<String> nothingIsDefinedInVain(Checkout checkout) {
        JsonNode file = checkout.collector();
        return KINDS.stream().flatMap(kind -> missing("pipelines that use " + kind, Yaml.names(file.path(kind)),
                named(file, kind)));
    }

    /** Whoever is told by a full queue to try again sends to Tempo twice. */
    static Stream<String> withoutJaegerNothingWaits(Checkout checkout) {
        JsonNode jaeger = checkout.collector().path("exporters").path("otlp_http/jaeger");
        return jaeger.at("/retry_on_failure/enabled").asBoolean(true) || !jaeger.at("/sending_queue").has("batch")
                ? Stream.of("the queue for Jaeger fills up while there is no Jaeger")
                : Stream.empty();
    }

    private static Stream<String> named(JsonNode file, String kind) {
        return Yaml.children(file.at("/service/pipelines")).flatMap(pipeline -> Yaml.texts(pipeline.path(kind)));
    }

    private static Stream<String> missing(String kind, Stream<String> wanted, Stream<String> there) {
        Set<String> names = there.collect(toSet());
        return wanted.distinct().filter(name -> !names.contains(name)).map(name -> kind + ": there is no " + name);
    }
}
