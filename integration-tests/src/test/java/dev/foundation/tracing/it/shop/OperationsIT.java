package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

/** What an operator looks at. */
@ExtendWith(RunningShop.class)
class OperationsIT {

    @ParameterizedTest
    @ValueSource(strings = { "storefront", "catalog", "orders", "payments" })
    void everyServiceTellsItsHealthAndIsNotTracedForIt(String service, ShopUnderTest shop) {
        request(shop.shop().process(service).address()).get("/q/health").then().statusCode(200)
                .body("status", equalTo("UP")).header("x-trace-id", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "storefront", "catalog", "orders", "payments" })
    void everyServiceTellsItsNumbersAndIsNotTracedForIt(String service, ShopUnderTest shop) {
        request(shop.shop().process(service).address()).get("/q/metrics").then().statusCode(200)
                .body(containsString("jvm_memory_used_bytes")).header("x-trace-id", nullValue());
    }

    @Test
    void lookupsAndGuardedCallsAreAmongTheNumbers(ShopUnderTest shop) {
        shop.fulfilledTraceOf(shop.order(ShopUnderTest.TWO_TEAS));

        request(shop.shop().catalog()).get("/q/metrics").then()
                .body(containsString("foundation_tracing_cache_lookups_total"));
        request(shop.shop().orders()).get("/q/metrics").then().body(containsString("ft_circuitbreaker_state_total"))
                .body(containsString("ft_retry_calls_total"));
    }

    @Test
    void everyLogLineOfAnOrderCarriesItsTraceId(ShopUnderTest shop) throws IOException {
        Response answer = shop.order(ShopUnderTest.TWO_TEAS);
        shop.fulfilledTraceOf(answer);

        List<String> lines = Files.readAllLines(shop.shop().process("orders").logFile());
        assertThat(lines).filteredOn(line -> line.contains(answer.jsonPath().getString("id"))).hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains("traceId=" + answer.header("x-trace-id")));
    }
}
