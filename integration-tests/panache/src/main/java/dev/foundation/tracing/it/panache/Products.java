package dev.foundation.tracing.it.panache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** A repository, with transactions around its methods. */
@ApplicationScoped
public class Products implements PanacheRepository<Product> {

    private final TransactionSynchronizationRegistry transactions;

    Products(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @Transactional
    @Traced("products.add")
    void add(@SpanAttribute("product.sku") String sku, long cents) {
        transactions.registerInterposedSynchronization(new EventAtTheEnd());
        Product product = new Product();
        product.sku = sku;
        product.cents = cents;
        persist(product);
    }

    @Transactional
    @Traced("products.fail")
    void addAndFail(String sku) {
        add(sku, 1);
        throw new IllegalStateException("not this one");
    }

    @Traced("products.count")
    long countOf(String sku) {
        return count("sku", sku);
    }

    /** Tells on the span that is current then when the transaction has ended. */
    private static final class EventAtTheEnd implements Synchronization {

        @Override
        public void beforeCompletion() {
            // only the end matters
        }

        @Override
        public void afterCompletion(int status) {
            Spans.recordEvent("transaction.ended", "transaction.committed", status == Status.STATUS_COMMITTED);
        }
    }
}
