package dev.foundation.tracing.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;

/** Sends requests when they are due, whether or not earlier ones were answered, as customers do. */
@ApplicationScoped
class Traffic {

    private static final Logger LOG = Logger.getLogger(Traffic.class);
    private static final Duration BETWEEN_KNOCKS = Duration.ofSeconds(1);
    private static final int KNOCKS_UNTIL_IT_IS_TOLD = 10;
    private static final Duration LAST_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final TrafficConfig config;
    private final Storefront storefront;
    private final Tally tally = new Tally();
    private final Semaphore free;
    private final Random random = new Random();
    private final Thread thread = new Thread(this::run, "traffic");

    Traffic(TrafficConfig config) {
        this.config = config;
        storefront = new Storefront(config.target());
        free = new Semaphore(config.mostAtOnce());
    }

    /** Returns at once; requests begin when the storefront has products to show. */
    void start() {
        LOG.infof("%s traffic to %s, %s requests a second", config.profile().name().toLowerCase(Locale.ROOT), config.target(),
                config.rate());
        thread.start();
    }

    /** Sends no more, waits a little for what is on its way, and tells what was done. */
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent ending) {
        thread.interrupt();
        try {
            thread.join(LAST_ANSWERS_WITHIN.toMillis());
            free.tryAcquire(config.mostAtOnce(), LAST_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info(tally.tell());
    }

    Tally tally() {
        return tally;
    }

    private void run() {
        try {
            sendForever(new Customers(config, random, awaitProducts()));
        } catch (InterruptedException e) {
            // Asked to end.
        }
    }

    private List<String> awaitProducts() throws InterruptedException {
        for (int knocks = 0;; knocks++) {
            try {
                return storefront.products();
            } catch (IOException e) {
                if (knocks % KNOCKS_UNTIL_IT_IS_TOLD == 0)
                    LOG.infof("waiting for the storefront: %s", e);
                Thread.sleep(BETWEEN_KNOCKS.toMillis());
            }
        }
    }

    private void sendForever(Customers customers) throws InterruptedException {
        long begin = System.nanoTime();
        Duration told = Duration.ZERO;
        while (true) {
            send(customers.next());
            Duration running = Duration.ofNanos(System.nanoTime() - begin);
            if (running.minus(told).compareTo(config.reportEvery()) >= 0) {
                LOG.info(tally.tell());
                told = running;
            }
            // Spread, but not to the beat: from half to one and a half of the mean.
            double seconds = (0.5 + random.nextDouble()) / config.profile().rateAfter(running, config);
            TimeUnit.NANOSECONDS.sleep((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What fails is counted, and nothing waits for an answer.
    private void send(Visit visit) {
        if (!free.tryAcquire()) {
            tally.leftOut();
            return;
        }
        long sent = System.nanoTime();
        storefront.send(visit).whenComplete((answer, failure) -> {
            if (failure == null)
                tally.answered(visit, answer, Duration.ofNanos(System.nanoTime() - sent));
            else
                tally.notAnswered(failure);
            free.release();
        });
    }
}
