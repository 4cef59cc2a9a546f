package dev.foundation.tracing.shop.orders.catalog;

import static dev.foundation.tracing.Spans.withSpan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.shop.orders.model.OrderLine;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** Looks at each item of an order, as one batch; the catalog is asked once for each product. */
@ApplicationScoped
public class ItemCheck {

    private static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("batch.size");
    private static final AttributeKey<Long> ITEM_INDEX = AttributeKey.longKey("batch.item.index");
    private static final AttributeKey<String> SKU = AttributeKey.stringKey("product.sku");
    private static final String ITEM_STATUS = "batch.item.status";

    private final CatalogClient catalog;

    ItemCheck(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    /**
     * @param items at least one
     * @throws UnknownProductsException which names all that the catalog does not have
     * @throws CatalogFailedException as soon as the catalog fails for one: it would keep the caller waiting for the others
     */
    public PricedItems price(List<Wanted> items) {
        return withSpan("order.items", Attributes.of(BATCH_SIZE, (long) items.size()), () -> priceAll(items));
    }

    private PricedItems priceAll(List<Wanted> items) {
        List<OrderLine> lines = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> currencies = new LinkedHashSet<>();
        Map<String, Optional<Product>> found = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Wanted item = items.get(i);
            Attributes attributes = Attributes.of(ITEM_INDEX, (long) i, SKU, item.sku());
            withSpan("order.item", attributes, span -> check(item, found, span)).ifPresentOrElse(product -> {
                lines.add(new OrderLine(item.sku(), item.quantity(), product.price()));
                currencies.add(product.currency());
            }, () -> unknown.add(item.sku()));
        }
        if (!unknown.isEmpty())
            throw new UnknownProductsException(unknown);
        if (currencies.size() > 1)
            throw new IllegalStateException("the catalog has prices in several currencies: " + currencies);
        return new PricedItems(lines, currencies.iterator().next());
    }

    /** @return empty if the catalog does not have it */
    private Optional<Product> check(Wanted item, Map<String, Optional<Product>> found, ActiveSpan span) {
        span.setAttribute(ITEM_STATUS, "error");
        Optional<Product> product = found.computeIfAbsent(item.sku(), this::find);
        if (product.isPresent())
            span.setAttribute(ITEM_STATUS, "success");
        else
            span.fail("unknown product");
        return product;
    }

    private Optional<Product> find(String sku) {
        try {
            return Optional.of(catalog.find(sku));
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == Status.NOT_FOUND.getStatusCode())
                return Optional.empty();
            throw CatalogFailedException.answered(status, e);
        } catch (ProcessingException e) {
            throw CatalogFailedException.unreachable(e);
        }
    }
}
