package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.recordEventOncePer;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.control.SpanNumbers;
import dev.foundation.tracing.control.SpanPointNumbers;

/** The README's examples of numbers and of events that would be too many, run as they stand there. */
@ApplicationScoped
public class Outbox {

    private final BlockingQueue<String> mails = new ArrayBlockingQueue<>(1);

    @Inject
    SpanNumbers numbers;

    Optional<SpanPointNumbers> failsMost() {
        return numbers.points().stream().max(Comparator.comparing(SpanPointNumbers::failed));
    }

    @Traced("outbox.offer")
    public boolean offer(String mail) {
        boolean taken = mails.offer(mail);
        if (!taken)
            recordEventOncePer("outbox.full", Duration.ofSeconds(10), "outbox.size", mails.size());
        return taken;
    }

    @Traced("outbox.send")
    public void send() {
        throw new IllegalStateException("the mail server is down");
    }
}
