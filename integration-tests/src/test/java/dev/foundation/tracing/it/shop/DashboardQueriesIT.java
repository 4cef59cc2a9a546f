package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.it.dashboards.Dashboard;
import dev.foundation.tracing.it.dashboards.Query;
import dev.foundation.tracing.it.dashboards.Selector;
import io.restassured.response.Response;

/** What Grafana's dashboards ask for is what the shop tells. */
@ExtendWith(RunningShop.class)
class DashboardQueriesIT {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration LOOKED_BACK = Duration.ofHours(1);
    private static final Pattern OF_NUMBERS = Pattern.compile("\\|\\s*\\w+(_over_time|rate)\\(|\\|\\s*rate\\(");

    /**
     * What Tempo makes of spans and tells of itself, with its labels.
     *
     * @see <a href=
     *      "https://grafana.com/docs/tempo/v3.0.x/metrics-from-traces/span-metrics/span-metrics-metrics-generator/">Span
     *      metrics</a>
     * @see <a href="https://grafana.com/docs/tempo/v3.0.x/reference-tempo-architecture/components/distributor/">Distributor</a>
     */
    private static final List<String> OF_TEMPO = """
            traces_spanmetrics_calls_total{service="orders",span_kind="SPAN_KIND_SERVER",status_code="STATUS_CODE_UNSET"} 1
            traces_spanmetrics_calls_total{service="orders",span_kind="SPAN_KIND_SERVER",status_code="STATUS_CODE_ERROR"} 1
            tempo_distributor_spans_received_total{tenant="single-tenant"} 1
            tempo_discarded_spans_total{reason="rate_limited",tenant="single-tenant"} 1
            """.lines().toList();
    /** Prometheus adds it to all that it fetches of a service. */
    private static final String OF_PROMETHEUS = "service";

    @BeforeAll
    static void customersComeAndThingsGoWrong(ShopUnderTest shop) {
        EventfulHour.in(shop);
    }

    @ParameterizedTest
    @MethodSource("traceQl")
    void everyTraceQlQueryFindsWhatTheShopDid(Query query, ShopUnderTest shop) {
        await(query.toString()).atMost(DEADLINE).untilAsserted(() -> {
            Response answer = ask(shop, query);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(isOfNumbers(query) ? numbers(answer) : answer.jsonPath().getList("traces")).as(answer.asString())
                    .isNotEmpty();
            // An attribute that no span has makes no mistake: its label is missing, or nil.
            if (isOfNumbers(query))
                assertThat(labels(answer)).as(answer.asString()).containsAll(query.groupings());
        });
    }

    @ParameterizedTest
    @MethodSource("promQl")
    void everyMetricOfAPromQlQueryIsThereWithItsLabels(Query query, ShopUnderTest shop) {
        List<String> metrics = metrics(shop);

        assertThat(Selector.in(query.text())).isNotEmpty().allSatisfy(selector -> assertThat(metrics)
                .filteredOn(selector::matches).as("%s", selector).isNotEmpty()
                .allSatisfy(line -> assertThat(Selector.groupings(query.text()))
                        .allMatch(label -> label.equals(OF_PROMETHEUS) || line.contains(label + "=\""))));
    }

    static Stream<Query> traceQl() {
        return Dashboard.all().stream().flatMap(dashboard -> dashboard.queries().stream()).filter(Query::isTraceQl);
    }

    static Stream<Query> promQl() {
        return Dashboard.all().stream().flatMap(dashboard -> dashboard.queries().stream()).filter(Query::isPromQl);
    }

    private static Response ask(ShopUnderTest shop, Query query) {
        Instant now = Instant.now();
        return request(shop.shop().traceStore()).queryParam("q", query.text())
                .queryParam("start", now.minus(LOOKED_BACK).getEpochSecond()).queryParam("end", now.getEpochSecond() + 1)
                .queryParams(isOfNumbers(query) ? Map.of("step", "15s") : Map.of("limit", "20"))
                .get(isOfNumbers(query) ? "/api/metrics/query_range" : "/api/search");
    }

    private static boolean isOfNumbers(Query query) {
        return OF_NUMBERS.matcher(query.text()).find();
    }

    private static List<Number> numbers(Response answer) {
        List<Number> values = answer.jsonPath().getList("series.samples.flatten().value");
        return values.stream().filter(value -> value != null && value.doubleValue() > 0).toList();
    }

    private static List<String> labels(Response answer) {
        return answer.jsonPath().getList("series.labels.flatten().findAll { it?.value?.stringValue != 'nil' }.key");
    }

    private static List<String> metrics(ShopUnderTest shop) {
        Stream<String> scraped = Stream.of("storefront", "catalog", "orders", "payments")
                .map(service -> request(shop.shop().process(service).address()).get("/q/metrics").asString())
                .flatMap(String::lines);
        return Stream.concat(OF_TEMPO.stream(), scraped).toList();
    }
}
