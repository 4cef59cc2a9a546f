package dev.foundation.tracing.shop.orders.catalog;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.foundation.tracing.BatchResult;
import dev.foundation.tracing.shop.orders.model.OrderLine;

/** Looks at each item of an order, as one batch; the catalog is asked once for each product. */
@ApplicationScoped
public class ItemCheck {

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
        Map<String, Optional<Product>> found = new HashMap<>();
        BatchResult<Product> products = batch("order.items", items).itemsNamed("order.item")
                .failFast(CatalogFailedException.class).each(item -> check(item, found));
        if (products.failed() > 0)
            throw whyNotPriced(items, products.failures());
        return priced(items, products.values());
    }

    private Product check(Wanted item, Map<String, Optional<Product>> found) {
        addAttributes("product.sku", item.sku());
        return found.computeIfAbsent(item.sku(), this::find)
                .orElseThrow(() -> new UnknownProductsException(Set.of(item.sku())));
    }

    private static RuntimeException whyNotPriced(List<Wanted> items, List<BatchResult.Failure> failures) {
        Set<String> unknown = new LinkedHashSet<>();
        for (BatchResult.Failure failure : failures) {
            if (failure.thrown() instanceof CatalogFailedException catalogFailed)
                return catalogFailed;
            unknown.add(items.get(failure.index()).sku());
        }
        return new UnknownProductsException(unknown);
    }

    private static PricedItems priced(List<Wanted> items, List<Product> products) {
        Set<String> currencies = products.stream().map(Product::currency).collect(Collectors.toSet());
        if (currencies.size() > 1)
            throw new IllegalStateException("the catalog has prices in several currencies: " + currencies);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++)
            lines.add(new OrderLine(items.get(i).sku(), items.get(i).quantity(), products.get(i).price()));
        return new PricedItems(lines, currencies.iterator().next());
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
