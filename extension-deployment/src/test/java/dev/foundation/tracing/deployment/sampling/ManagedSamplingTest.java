package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class ManagedSamplingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.management.test-port", "0")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].route", "GET /orders/{id}")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].strategy", "always");

    @TestHTTPResource(value = "/foundation-tracing/sampling", management = true)
    URI address;

    @Inject
    Sampling sampling;

    private static SamplingSettings asConfigured;

    @BeforeEach
    void asBefore() {
        asConfigured = asConfigured == null ? sampling.settings() : asConfigured;
        sampling.change(now -> asConfigured);
    }

    @Test
    void rulesAndTheirFiguresAreShown() {
        when().get("/orders/7").then().statusCode(200);

        when().get(address).then().statusCode(200).contentType("application/json")
                .body("rules[0].route", equalTo("GET /orders/{id}")).body("rules[0].strategy", equalTo("always"))
                .body("statistics.rules[0].name", equalTo("GET /orders/{id}"))
                .body("statistics.rules[0].kept.toInteger() > 0", equalTo(true))
                .body("keep.failed", equalTo(false));
    }

    @Test
    void whatIsShownCanBeSentBack() {
        String shown = when().get(address).asString();

        given().body(shown).put(address).then().statusCode(200);

        assertThat(sampling.settings()).isEqualTo(asConfigured);
    }

    @Test
    void rulesAreReplaced() {
        given().body("""
                {"rules": [{"route": "/**", "strategy": "rate-limited", "per-second": 2, "burst": 10}],
                 "switched-off": ["cache.*"], "keep": {"failed": true, "slower-than": "1s"}}
                """).put(address).then().statusCode(200).body("rules[0].burst", equalTo(10.0f))
                .body("switched-off", contains("cache.*")).body("keep.slower-than", equalTo("PT1S"));

        assertThat(sampling.settings().switchedOff()).isEqualTo(Set.of("cache.*"));
        assertThat(sampling.settings().keeping().failed()).isTrue();
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        given().body("""
                {"switched-off": ["cache.*"], "keep": {"failed": true, "slower-than": "1s", "max-spans": 7}}
                """).put(address).then().statusCode(200);

        given().body("""
                {"keep": {"slower-than": null, "max-bytes": 8000}}
                """).put(address).then().statusCode(200);

        assertThat(sampling.settings()).isEqualTo(asConfigured.withSwitchedOff(Set.of("cache.*")).withKeeping(
                asConfigured.keeping().ofFailed(true).within(7, 8_000, asConfigured.keeping().maxTime())));
    }

    @Test
    void mistakesAreToldAllAtOnceAndNothingIsChanged() {
        given().body(
                """
                        {"rules": [{"route": "orders", "strategy": "always"}, {"span-name": "a", "strategy": "often"}], "switch-off": []}
                        """)
                .put(address).then().statusCode(400).body("mistakes", hasItems(
                        startsWith("rules[0].route is 'orders'"), startsWith("rules[1].strategy is 'often'"),
                        startsWith("switch-off is not known")));

        assertThat(sampling.settings()).isEqualTo(asConfigured);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "null", "7", "{", "{\"rules\": [null]}", "{\"rules\": {}}", "{\"keep\": null}",
            "{\"switched-off\": [null, \"\"]}" })
    void nonsenseIsAMistakeToo(String body) {
        given().body(body).put(address).then().statusCode(400).body("mistakes[0]", containsString(" "));

        assertThat(sampling.settings()).isEqualTo(asConfigured);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        given().body("{\"rules\": [" + " ".repeat(70_000) + "]}").put(address).then().statusCode(413);
    }

    @Test
    void theApplicationsOwnPortKnowsNothingOfIt() {
        when().get("/q/foundation-tracing/sampling").then().statusCode(404);
    }
}
