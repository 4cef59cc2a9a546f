package dev.foundation.tracing.it.panache;

import java.util.List;

import jakarta.persistence.Entity;

import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An entity, whose static methods and fields Panache rewrites. */
@Entity
public class Product extends PanacheEntity {

    public String sku = "";
    public long cents;

    @Traced(value = "product.cheap", result = "product.found")
    static List<String> cheaperThan(@SpanAttribute("price.limit") long cents) {
        return Product.<Product> list("cents < ?1 order by sku", cents).stream().map(Product::label).toList();
    }

    @Traced("product.label")
    String label() {
        return sku + " " + cents;
    }
}
