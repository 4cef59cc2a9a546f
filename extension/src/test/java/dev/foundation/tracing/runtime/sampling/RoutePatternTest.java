package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutePatternTest {

    @ParameterizedTest
    @CsvSource({ "/products, /products", "/products, /products/", "/products/, /products", "/products/{sku}, /products/tea-01",
            "/products/{sku}/reviews, /products/tea-01/reviews", "/products/tea-*, /products/tea-01",
            "/files/{name}.pdf, /files/invoice.pdf", "/admin/**, /admin", "/admin/**, /admin/users/7/roles", "/**, /",
            "/**, /a/b",
            "/, /", "/**/orders, /orders", "/**/orders, /v1/eu/orders", "/a/**/b/**/c, /a/x/b/y/b/z/c", "/*, /anything",
            "/**, *", "/*, *", "/**, no/slash", "/*.pdf, x.pdf", "/**, ''", "/admin/**, /admin//",
            "/**, //" })
    void aPathMatches(String pattern, String path) {
        assertThat(matches(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "/products, /product", "/products, /products/tea-01", "/products/{sku}, /products",
            "/products/{sku}, /products/tea-01/reviews", "/products/tea-*, /products/mug-01", "/admin/**, /administrator",
            "/**/orders, /orders/7", "/a/**/c, /a/b", "/, /a", "/Admin, /admin", "/, //", "/, x", "/admin, admin",
            "/h*, xhealth",
            "/admin, /admin//", "/admin/*, /admin/",
            "/*, /", "/admin, ''" })
    void anotherPathDoesNot(String pattern, String path) {
        assertThat(matches(pattern, path)).isFalse();
    }

    @Test
    void aMethodIsTheOnlyOneThatItIsFor() {
        assertThat(RoutePattern.parse("GET /orders").method()).isEqualTo("GET");
        assertThat(RoutePattern.parse("/orders").method()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "orders", "get /orders", "GET orders", "GET POST /orders", "/orders/{", "/orders/{}", "/a b",
            "//",
            "/a//b", "GET /orders//" })
    void whatIsNoRouteIsNone(String text) {
        assertThat(RoutePattern.parse(text)).isNull();
    }

    @Test
    void aLongPathIsLookedAtInOneGo() {
        String path = "/a".repeat(50_000);

        assertThat(matches("/**/a/**/a/**/b", path)).isFalse();
    }

    private static boolean matches(String pattern, String path) {
        return Objects.requireNonNull(RoutePattern.parse(pattern)).matches(path);
    }
}
