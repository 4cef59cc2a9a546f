package dev.foundation.tracing.deployment.threads;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** Requests share one worker thread of Quarkus and one thread of a pool. */
class ReusedPoolTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(CarelessResource.class))
            .overrideConfigKey("quarkus.thread-pool.core-threads", "1")
            .overrideConfigKey("quarkus.thread-pool.max-threads", "1")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @ParameterizedTest
    @ValueSource(strings = { "never-closed", "closed-elsewhere" })
    void aSpanOfOneRequestThatIsNotClosedWhereItWasOpenedIsNotCurrentInTheNext(String careless) {
        String before = get("/" + careless).then().statusCode(200).extract().asString();

        var response = get("/next").then().statusCode(200).extract();
        String itsOwn = response.header("x-trace-id");
        String[] traces = response.asString().split(" ", 3);

        assertThat(itsOwn).isNotEqualTo(before);
        assertThat(traces[0]).as("in the request").isEqualTo(itsOwn);
        assertThat(traces[1]).as("in a wrapped task of it").isEqualTo(itsOwn);
        assertThat(traces[2]).as("in a task that nobody wrapped").isNotEqualTo(before).isNotEqualTo(itsOwn);
    }
}
