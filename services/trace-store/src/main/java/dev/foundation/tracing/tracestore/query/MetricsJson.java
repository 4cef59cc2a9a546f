package dev.foundation.tracing.tracestore.query;

import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.Series;
import dev.foundation.tracing.tracestore.traceql.metrics.Steps;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Tempo's answer to a request for numbers; as always in Protobuf's JSON, zeros are left out. */
final class MetricsJson {

    private MetricsJson() {
    }

    static JsonObject range(MetricsQuery.Result result, Steps steps) {
        JsonArray list = new JsonArray();
        result.series().forEach(series -> list.add(range(series, steps)));
        return answer(list, result);
    }

    static JsonObject instant(MetricsQuery.Result result) {
        JsonArray list = new JsonArray();
        for (Series series : result.series())
            series.points().forEach(point -> list.add(
                    withValue(new JsonObject().put("labels", ValueJson.attributes(series.labels())), point.value())));
        return answer(list, result);
    }

    private static JsonObject answer(JsonArray series, MetricsQuery.Result result) {
        JsonObject json = new JsonObject().put("series", series).put("metrics", new JsonObject());
        return result.partial() ? json.put("status", "PARTIAL").put("message",
                "there are more series than an answer may have: group by what has fewer values") : json;
    }

    private static JsonObject range(Series series, Steps steps) {
        JsonArray samples = new JsonArray();
        series.points().forEach(point -> samples.add(sample(steps, point.step(), point.value())));
        JsonArray exemplars = new JsonArray();
        series.marks().forEach(mark -> exemplars.add(
                sample(steps, mark.step(), mark.value()).put("labels", ValueJson.attributes(mark.labels()))));
        JsonObject json = new JsonObject().put("labels", ValueJson.attributes(series.labels())).put("samples", samples);
        return exemplars.isEmpty() ? json : json.put("exemplars", exemplars);
    }

    private static JsonObject sample(Steps steps, int step, double value) {
        return withValue(new JsonObject().put("timestampMs", Long.toString(steps.epochMillis(step))), value);
    }

    private static JsonObject withValue(JsonObject json, double value) {
        return value == 0 ? json : json.put("value", ValueJson.number(value));
    }
}
