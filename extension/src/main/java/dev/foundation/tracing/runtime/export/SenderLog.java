package dev.foundation.tracing.runtime.export;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps Quarkus's senders from saying again what {@link ExportLog} says, once their exporter is watched. They serve metrics
 * and logs too: only what is about spans is kept back, and the notice that there is more of the same. At FINE (DEBUG) they
 * say everything.
 */
final class SenderLog implements Filter {

    private static final String SENDERS = "io.quarkus.opentelemetry.runtime.exporter.otlp.sender.";
    private static final List<String> ABOUT_SPANS = List.of("Failed to export TraceRequestMarshaler",
            "Too many log messages detected.");

    private final Logger logger;
    private final @Nullable Filter before;

    private SenderLog(Logger logger) {
        this.logger = logger;
        this.before = logger.getFilter();
    }

    /** @return what is to be undone when the application ends, for the logger lives longer */
    static List<SenderLog> install() {
        return List.of(of(SENDERS + "VertxGrpcSender"), of(SENDERS + "VertxHttpSender"));
    }

    private static SenderLog of(String name) {
        Logger logger = Logger.getLogger(name);
        SenderLog filter = new SenderLog(logger);
        logger.setFilter(filter);
        return filter;
    }

    void uninstall() {
        if (logger.getFilter() == this)
            logger.setFilter(before);
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return (logger.isLoggable(Level.FINE) || !isAboutSpans(record.getMessage()))
                && (before == null || before.isLoggable(record));
    }

    private static boolean isAboutSpans(@Nullable String message) {
        return message != null && ABOUT_SPANS.stream().anyMatch(message::startsWith);
    }
}
