package dev.foundation.tracing.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class CustomersTest {

    @Test
    void withoutAShareOfOrdersTheyOnlyLook() {
        assertThat(visits(0, 0)).extracting(Visit::order).containsOnlyNulls();
        assertThat(visits(0, 0)).extracting(Visit::path).contains("/products", "/products/tea-01", "/products/cup-01");
    }

    @Test
    void withAShareOfOneTheyOnlyOrder() {
        assertThat(visits(1, 0)).allSatisfy(visit -> {
            assertThat(visit.path()).isEqualTo("/orders");
            assertThat(visit.order()).matches(
                    "\\{\"customer\":\"customer-\\d+\",\"items\":\\[(\\{\"sku\":\"(tea|cup)-01\",\"quantity\":[123]},?){1,2}]}");
        });
    }

    @Test
    void whoOrdersMayAskForEveryServicesFault() {
        assertThat(services(visits(1, 1))).containsExactlyInAnyOrder("catalog", "orders", "payments");
    }

    @Test
    void whoLooksAsksForNoFaultOfServicesThatAreNotOnTheWay() {
        assertThat(services(visits(0, 1))).containsExactlyInAnyOrder("storefront", "catalog");
    }

    @Test
    void aShareIsAShare() {
        assertThat(visits(0.3, 0.1)).filteredOn(visit -> visit.order() != null).hasSizeBetween(250, 350);
        assertThat(visits(0.3, 0.1)).filteredOn(visit -> visit.fault() != null).hasSizeBetween(70, 130);
    }

    private static List<Visit> visits(double orders, double faults) {
        Customers customers = new Customers(Settings.usual().withShares(orders, faults), new Random(8),
                List.of("tea-01", "cup-01"));
        return Stream.generate(customers::next).limit(1000).toList();
    }

    private static Set<String> services(List<Visit> visits) {
        return visits.stream().map(Visit::fault).filter(Objects::nonNull)
                .map(fault -> fault.replaceAll("fault\\.(.*)=.*", "$1"))
                .collect(Collectors.toSet());
    }
}
