package dev.foundation.tracing.runtime.sampling;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.quarkus.opentelemetry.runtime.tracing.DropTargetsSampler;

/** The same as Quarkus's own sampler says, which does not tell why it drops. */
class SuppressedRequestsTest {

    private static final Set<String> TARGETS = Set.of("/q", "/q/*", "/index.html", "/hidden", "/search?q=1", "/a/");

    private final SuppressedRequests ours = new SuppressedRequests(TARGETS);
    private final Sampler quarkus = new DropTargetsSampler(Sampler.alwaysOn(), TARGETS);

    @ParameterizedTest
    @CsvSource({ "/q,", "/q/,", "/q/health,", "/quit,", "/q/health, full=1", "/index.html,", "/index.html/,",
            "/index.html, v=2",
            "/hidden, x=/", "/hidden/deeper,", "/search, q=1", "/search, q=2", "/search,", "/,", "/a,", "/a/,", "'',",
            "'', q=1",
            "/search, q=1/" })
    void quarkussSamplerSaysTheSame(String path, String query) {
        Attributes request = request(path, query);

        assertThat(ours.contains(path, request)).isEqualTo(quarkusDrops(request));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/", "/q", "/q/health", "/hid", "/hidden", "/search", "/a" })
    void someMayBeginLikeThat(String start) {
        assertThat(ours.overlaps(start)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/quit", "/hiding", "/hidden/deeper", "/products" })
    void noneBeginsLikeThat(String start) {
        assertThat(ours.overlaps(start)).isFalse();
    }

    @Test
    void aRouteThatMatchesSomeOfThemOverlaps() {
        String[] segments = { "q", "quit", "health", "hidden", "search", "a", "index.html", "*", "**", "s*", "" };
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            RoutePattern route = RoutePattern.parse(path(random, segments).replace("//", "/"));
            String path = path(random, segments).replace("*", "x");
            String query = random.nextBoolean() ? "q=1" : null;
            if (route != null && route.matches(path) && ours.contains(path, request(path, query))) {
                assertThat(ours.overlaps(route.literalStart())).as("%s and %s", route.literalStart(), path).isTrue();
                found++;
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static String path(Random random, String[] segments) {
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> '/' + segments[random.nextInt(segments.length)])
                .collect(joining());
    }

    private static Attributes request(String path, String query) {
        AttributesBuilder request = Attributes.builder().put(AttributeKey.stringKey("url.path"), path);
        if (query != null)
            request.put(AttributeKey.stringKey("url.query"), query);
        return request.build();
    }

    private boolean quarkusDrops(Attributes request) {
        return quarkus
                .shouldSample(Context.root(), "00000000000000000000000000000001", "GET", SpanKind.SERVER, request, List.of())
                .getDecision() == SamplingDecision.DROP;
    }
}
