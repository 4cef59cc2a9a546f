package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.Spans.addAttributes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.faults.Faults;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;

/** What the shop has to sell. */
@ApplicationScoped
class Products {

    private static final int MOST_LISTED = 200;
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9][\\w.-]{0,39}");

    private final Faults faults;
    private final ProductCache cache;
    private final ProductTable table;

    Products(Faults faults, ProductCache cache, ProductTable table) {
        this.faults = faults;
        this.cache = cache;
        this.table = table;
    }

    Optional<Product> find(String sku) {
        // What can't be a SKU is not looked up, nor written on a span.
        return SKU.matcher(sku).matches() ? lookUp(sku) : Optional.empty();
    }

    @Traced("product.find")
    private Optional<Product> lookUp(@SpanAttribute("product.sku") String sku) {
        faults.inject();
        Optional<Product> found = cache.find(sku);
        addAttributes("product.known", found.isPresent());
        return found;
    }

    @Traced("product.list")
    List<Product> list() {
        faults.inject();
        List<Product> products = table.first(MOST_LISTED);
        addAttributes("product.count", products.size());
        return products;
    }
}
