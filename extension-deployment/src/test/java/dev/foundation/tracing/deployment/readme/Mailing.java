package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.withSpan;
import static dev.foundation.tracing.Spans.wrap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.context.ManagedExecutor;

import dev.foundation.tracing.BatchResult;
import dev.foundation.tracing.PropagatedContext;

/** The README's example of a batch, run as it stands there. */
@ApplicationScoped
public class Mailing {

    public record Mail(String to, PropagatedContext writtenIn) {
    }

    private final ManagedExecutor executor;
    private final List<Mail> later = new ArrayList<>();

    Mailing(ManagedExecutor executor) {
        this.executor = executor;
    }

    public List<String> sendAll(List<Mail> mails) {
        BatchResult<String> receipts = batch("mail.messages", mails)
                .itemsNamed("mail.message")
                .linkedTo(mail -> mail.writtenIn())
                .parallel(4, executor)
                .each(mail -> send(mail));
        receipts.failures().forEach(failure -> later.add(mails.get(failure.index())));
        return receipts.values();
    }

    private String send(Mail mail) throws IOException {
        addAttributes("mail.length", mail.to().length());
        if (mail.to().isEmpty())
            throw new IOException("no such mailbox");
        return "sent to " + mail.to();
    }

    public CompletableFuture<String> sendSoon(Mail mail) {
        return CompletableFuture.supplyAsync(() -> withSpan("mail.send", () -> "sent to " + mail.to()), wrap(executor));
    }

    List<Mail> later() {
        return later;
    }
}
