package dev.foundation.tracing.it.panache;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
class PanacheTest {

    @Inject
    Products products;

    @Test
    void aRepositorysMethodHasItsSpanAroundTheTransaction(TestTraces traces) {
        products.add("tea-01", 620);

        assertThat(traces.only()).hasTree("""
                products.add
                  | product.sku = "tea-01"
                  ◇ transaction.ended
                    | transaction.committed = true
                """);
    }

    @Test
    void aTransactionThatIsRolledBackFailsTheSpanAroundIt(TestTraces traces) {
        assertThatThrownBy(() -> products.addAndFail("tea-02")).hasMessage("not this one");

        assertThat(traces.only()).hasTree("""
                ✗ products.fail
                  products.add
                  ◇ transaction.ended
                    | transaction.committed = false
                """);
        assertThat(products.countOf("tea-02")).isZero();
    }

    @Test
    @Transactional
    void anEntitysStaticAndOwnMethodsHaveSpans(TestTraces traces) {
        products.add("cup-01", 300);

        assertThat(Product.cheaperThan(310)).isEqualTo(List.of("cup-01 300"));
        assertThat(traces.last()).hasTree("""
                product.cheap
                  | price.limit = 310
                  product.label
                """);
    }

    @Test
    void anApplicationThatHasNoneOfTheIntegrationsLibrariesRunsWithoutThem() {
        List<String> libraries = List.of("io/smallrye/faulttolerance/core/FaultToleranceContext.class",
                "io/quarkus/cache/Cache.class");

        assertThat(libraries).noneMatch(library -> getClass().getClassLoader().getResource(library) != null);
        assertThat(products.countOf("none")).isZero();
    }
}
