package dev.foundation.tracing.it.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorTest {

    private static final String RATIO = "sum by (cache_name, x) (rate(hits_total{cache=~\"a|b\", way=\"in\"}[1m])) / (sum(rate(all[1m])) or all * 0)";

    @Test
    void metricsAreTakenFromAQueryWithoutItsFunctionsWordsAndGroupings() {
        assertThat(Selector.in(RATIO)).extracting(Selector::metric).containsExactly("hits_total", "all", "all");
        assertThat(Selector.groupings(RATIO)).containsExactly("cache_name", "x");
    }

    @Test
    void aLineMatchesByMetricAndLabels() {
        Selector hits = Selector.in(RATIO).get(0);

        assertThat(hits.matches("hits_total{cache=\"a\",way=\"in\"} 1.0")).isTrue();
        assertThat(hits.matches("hits_total{cache=\"c\",way=\"in\"} 1.0")).isFalse();
        assertThat(hits.matches("hits_total{cache=\"a\"} 1.0")).isFalse();
        assertThat(hits.matches("hits_total_more{cache=\"a\",way=\"in\"} 1.0")).isFalse();
        assertThat(Selector.in("all").get(0).matches("all 5")).isTrue();
    }
}
