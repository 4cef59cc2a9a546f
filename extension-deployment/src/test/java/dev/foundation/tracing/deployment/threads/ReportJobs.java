package dev.foundation.tracing.deployment.threads;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.withSpan;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.Traced;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;

/** The README's example of scheduled work, run as it stands there. */
@ApplicationScoped
public class ReportJobs {

    private final Scheduler scheduler;

    ReportJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Scheduled(every = "1s")
    @Traced("report.refresh")
    void refresh() {
        // each time it runs is a trace of its own
    }

    void order(String name) {
        withSpan("report.order", () -> {
            PropagatedContext ordered = propagateContext();
            scheduler.newJob(name).setInterval("1s").setTask(execution -> withSpan("report.write",
                    SpanOptions.ofRoot().linkedTo(ordered.span()), () -> write(name))).schedule();
        });
    }

    private void write(String name) {
        scheduler.unscheduleJob(name);
    }
}
