package dev.foundation.tracing.runtime.export;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.sdk.common.CompletableResultCode;

/** The spans of one exporter, from their end until it is known what became of them. Safe from any thread. */
final class ExportPipeline {

    /** Longer than Quarkus's senders take with all their tries. What they say after that is not listened to. */
    private static final long LONGEST_EXPORT = Duration.ofMinutes(2).toNanos();

    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    private final SpanCounts counts = new SpanCounts();
    private final Set<SentBatch> onTheirWay = ConcurrentHashMap.newKeySet();
    private final ExportTarget target;
    private final ExportTime time;
    private final ExportLog log;

    private final AtomicLong lastLook;

    private volatile boolean closed;
    private volatile LastExports last = LastExports.NONE;

    ExportPipeline(ExportTarget target, ExportTime time) {
        this.target = target;
        this.time = time;
        this.log = new ExportLog(target, time);
        this.lastLook = new AtomicLong(time.nanos());
    }

    SpanCounts counts() {
        return counts;
    }

    /** @return what is to be ended when it is known how; null if nothing is exported any more */
    @Nullable
    SentBatch send(int spans) {
        giveUpOnOldNowAndThen();
        SentBatch batch = new SentBatch(spans, time.nanos());
        onTheirWay.add(batch);
        // Whoever closes ends those that are there by now; this sees that it is closed otherwise.
        if (!closed)
            return batch;
        onTheirWay.remove(batch);
        return null;
    }

    void end(SentBatch batch, CompletableResultCode result) {
        if (result.isSuccess())
            succeed(batch);
        else
            fail(batch, result.getFailureThrowable());
    }

    private void succeed(SentBatch batch) {
        if (!batch.end())
            return;
        counts.exported(batch.spans());
        onTheirWay.remove(batch);
        remember(exports -> exports.succeededAt(time.now()));
        log.succeeded(counts);
    }

    void fail(SentBatch batch, @Nullable Throwable thrown) {
        fail(batch, FailureReason.of(thrown));
    }

    private void fail(SentBatch batch, FailureReason reason) {
        if (!batch.end())
            return;
        drop(batch, reason.cause());
        counts.exportFailed();
        remember(exports -> exports.failed(new ExportFailure(time.now(), reason.cause(), reason.text())));
        if (!closed) // else the last line tells
            log.failed(reason, counts);
    }

    private synchronized void remember(UnaryOperator<LastExports> change) {
        last = change.apply(last);
    }

    private void drop(SentBatch batch, DropCause cause) {
        counts.dropped(cause, batch.spans());
        onTheirWay.remove(batch);
    }

    // Where each span is exported by itself there may be many.
    private void giveUpOnOldNowAndThen() {
        long looked = lastLook.get();
        if (time.nanos() - looked > BETWEEN_LOOKS && lastLook.compareAndSet(looked, time.nanos()))
            giveUpOnOld();
    }

    private void giveUpOnOld() {
        long now = time.nanos();
        for (SentBatch batch : onTheirWay) {
            if (batch.isOlderThan(LONGEST_EXPORT, now))
                fail(batch, FailureReason.UNANSWERED);
        }
    }

    /** From now on nothing is exported any more but what is on its way. */
    void close() {
        closed = true;
    }

    /** From now on nothing arrives any more. */
    void giveUp() {
        closed = true;
        for (SentBatch batch : onTheirWay) {
            if (batch.end())
                drop(batch, DropCause.UNANSWERED);
        }
    }

    /** The application ends. */
    void endOfApplication() {
        giveUp();
        log.ended(report());
    }

    ExportReport report() {
        giveUpOnOld();
        LastExports exports = last;
        long unanswered = unanswered();
        Map<DropCause, Long> dropped = counts.droppedByCause();
        long exported = counts.allExported();
        // Where an application has wrapped the processor, only what comes to the exporter is seen.
        long seen = exported + sum(dropped) + unanswered();
        // Last, so that there are no more ends than beginnings.
        long made = Math.max(seen, counts.allMade());
        long waiting = made - exported - sum(dropped);
        if (closed && waiting > unanswered) {
            dropped.merge(DropCause.SHUTDOWN, waiting - unanswered, Long::sum);
            waiting = unanswered;
        }
        return new ExportReport(target, made, exported, dropped, waiting, counts.allFailedExports(), exports.success(),
                exports.failure(), exports.failing());
    }

    private long unanswered() {
        return onTheirWay.stream().mapToLong(SentBatch::spans).sum();
    }

    private static long sum(Map<DropCause, Long> dropped) {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
