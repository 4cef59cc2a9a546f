package dev.foundation.tracing.demo.launch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** A running shop. Safe from any thread. */
public final class Shop implements AutoCloseable {

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(8);

    private final ShopPlans plans;
    private final LaunchListener listener;
    private final WorkLock lock;
    private final Postgres database;
    private final ShopProcess traceStore;
    private final ShopProcess storefront;
    private final ShopProcess catalog;
    private final ShopProcess orders;
    private final ShopProcess payments;
    private final Thread atExit = new Thread(this::stop, "shop-stop");
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable ShopProcess> traffic = new AtomicReference<>();

    Shop(ShopPlans plans, Postgres database, WorkLock lock, LaunchListener listener) {
        this.plans = plans;
        this.lock = lock;
        this.listener = listener;
        this.database = database;
        traceStore = new ShopProcess(plans.traceStore(), listener);
        storefront = new ShopProcess(plans.storefront(), listener);
        catalog = new ShopProcess(plans.catalog(database), listener);
        orders = new ShopProcess(plans.orders(database), listener);
        payments = new ShopProcess(plans.payments(), listener);
    }

    public URI storefront() {
        return storefront.address();
    }

    public URI catalog() {
        return catalog.address();
    }

    public URI orders() {
        return orders.address();
    }

    public URI payments() {
        return payments.address();
    }

    /** The trace store's page, and the base of Tempo's query API. */
    public URI traceStore() {
        return traceStore.address();
    }

    /** For user {@code shop} with password {@code shop}, who owns the database. */
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** The trace store and the four services. */
    public List<ShopProcess> processes() {
        return List.of(storefront, catalog, orders, payments, traceStore);
    }

    /** @param name {@code storefront}, {@code catalog}, {@code orders}, {@code payments} or {@code trace-store} */
    public ShopProcess process(String name) {
        return processes().stream().filter(process -> process.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no process '" + name + "' in the shop"));
    }

    /**
     * Lets customers in, until the shop is closed.
     *
     * @param profile {@code steady} or {@code burst}
     * @throws IllegalStateException if there are some already
     */
    public ShopProcess startTraffic(String profile) {
        ShopProcess process = new ShopProcess(plans.traffic(profile), listener);
        if (!traffic.compareAndSet(null, process))
            throw new IllegalStateException("the shop has traffic already");
        process.start();
        return process;
    }

    /**
     * Ends everything and waits for it: the traffic and the services first, so that their last spans and rows still find a
     * place.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true))
            return;
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook does it.
            return;
        }
        stop();
    }

    void start() {
        Runtime.getRuntime().addShutdownHook(atExit);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            startAll(threads).join();
        } catch (CompletionException e) {
            LaunchException failure = e.getCause() instanceof LaunchException launch ? launch
                    : new LaunchException("the shop did not start: " + e.getCause(), e);
            closeAfter(failure);
            throw failure;
        } finally {
            threads.shutdown();
        }
    }

    /** Completes when all are ready, or as soon as one fails. */
    private CompletableFuture<?> startAll(ExecutorService threads) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        CompletableFuture<Void> databaseReady = CompletableFuture.runAsync(reporting(database::start, failure), threads);
        CompletableFuture<Void> allReady = CompletableFuture.allOf(
                databaseReady.thenRunAsync(reporting(catalog::start, failure), threads),
                databaseReady.thenRunAsync(reporting(orders::start, failure), threads),
                CompletableFuture.runAsync(reporting(traceStore::start, failure), threads),
                CompletableFuture.runAsync(reporting(storefront::start, failure), threads),
                CompletableFuture.runAsync(reporting(payments::start, failure), threads));
        return CompletableFuture.anyOf(allReady, failure);
    }

    private static Runnable reporting(Runnable start, CompletableFuture<Void> failure) {
        return () -> {
            try {
                start.run();
            } catch (RuntimeException | Error e) {
                failure.completeExceptionally(e);
                throw e;
            }
        };
    }

    private void closeAfter(LaunchException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void stop() {
        try {
            stopProcesses();
            database.stop();
        } finally {
            lock.close();
            listener.stopped();
        }
    }

    // One deadline for all: whoever waits for this process must know how long it may take.
    private void stopProcesses() {
        long deadline = System.nanoTime() + STOPPED_WITHIN.toNanos();
        stopTraffic(deadline);
        List<ShopProcess> services = List.of(storefront, catalog, orders, payments);
        services.forEach(ShopProcess::retire);
        services.forEach(service -> service.awaitEnd(deadline));
        traceStore.retire();
        traceStore.awaitEnd(deadline);
    }

    private void stopTraffic(long deadline) {
        ShopProcess process = traffic.get();
        if (process == null)
            return;
        process.retire();
        process.awaitEnd(deadline);
    }
}
