package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.SamplingRule;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

class RuleTableTest {

    @Test
    void theFirstThatMatchesDecides() {
        RuleTable table = table(SamplingRule.forSpans("order.place"), SamplingRule.forSpans("order.*"),
                SamplingRule.forSpans("*"));

        assertThat(titleOf(table.find("order.place"))).isEqualTo("order.place");
        assertThat(titleOf(table.find("order.cancel"))).isEqualTo("order.*");
        assertThat(titleOf(table.find("mail.send"))).isEqualTo("*");
    }

    @Test
    void noneMatchesWhatNoneIsFor() {
        assertThat(table(SamplingRule.forSpans("order.*")).find("mail.send")).isNull();
        assertThat(table().find("GET", by("GET"), "/")).isNull();
    }

    @Test
    void namesAndRoutesAreInOneOrder() {
        SamplingRule route = SamplingRule.forRoute("/orders");
        SamplingRule name = SamplingRule.forSpans("GET");

        assertThat(titleOf(table(route, name).find("GET", by("GET"), "/orders"))).isEqualTo("/orders");
        assertThat(titleOf(table(name, route).find("GET", by("GET"), "/orders"))).isEqualTo("GET");
    }

    @Test
    void routesAreFoundAsIfEachWereTriedInTurn() {
        SamplingRule[] rules = Arrays
                .stream(new String[] { "GET /api/v1/products/{sku}", "/api/v1/orders/**", "POST /api/v1/p*",
                        "/api/v1/**/reviews", "/api/v1", "/api/v1/ü", "/api/*/orders/7" })
                .map(SamplingRule::forRoute)
                .toArray(SamplingRule[]::new);
        RuleTable table = table(rules);
        Random random = new Random(7);
        String[] segments = { "api", "v1", "products", "orders", "reviews", "tea-01", "ü", "7", "" };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder path = new StringBuilder();
            for (int depth = random.nextInt(6); depth >= 0; depth--)
                path.append('/').append(segments[random.nextInt(segments.length)]);
            String method = random.nextBoolean() ? "GET" : "POST";

            String name = random.nextBoolean() ? "x" : method;

            assertThat(titleOf(table.find(name, by(method), path.toString()))).as("%s %s", method, path)
                    .isEqualTo(firstOf(rules, method, path.toString()));
        }
    }

    @Test
    void moreNamesThanAreRememberedAreMatchedAllTheSame() {
        RuleTable table = table(SamplingRule.forSpans("made.up.*"));
        for (int times = 0; times < 2; times++)
            for (int i = 0; i < 5_000; i++)
                assertThat(table.find("made.up." + i)).isNotNull();
        for (int i = 0; i < 5_000; i++)
            assertThat(table.find("real." + i)).isNull();
    }

    private static Attributes by(String method) {
        return Attributes.of(AttributeKey.stringKey("http.request.method"), method);
    }

    private static String firstOf(SamplingRule[] rules, String method, String path) {
        return Arrays.stream(rules).map(SamplingRule::route).filter(route -> matches(RoutePattern.parse(route), method, path))
                .findFirst().orElse("none");
    }

    private static boolean matches(RoutePattern route, String method, String path) {
        return route.matches(path) && (route.method() == null || route.method().equals(method));
    }

    private static String titleOf(LiveRule rule) {
        return rule == null ? "none" : rule.rule().title();
    }

    private static RuleTable table(SamplingRule... rules) {
        return new RuleTable(Arrays.stream(rules).map(rule -> new LiveRule(rule, Clocks.ofSystem())).toList());
    }
}
