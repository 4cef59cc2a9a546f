package dev.foundation.tracing.deployment;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps what one logger of the application under test writes, until it is closed. */
public final class CapturedLog extends Handler implements AutoCloseable {

    /** @param mdc what a pattern of the console could show beside the message */
    public record Line(String message, Map<String, String> mdc) {
    }

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    private CapturedLog(String logger) {
        this.logger = Logger.getLogger(logger);
    }

    public static CapturedLog of(String logger) {
        CapturedLog log = new CapturedLog(logger);
        log.logger.addHandler(log);
        return log;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        ExtLogRecord written = ExtLogRecord.wrap(record);
        lines.add(new Line(new PatternFormatter("%s").format(written), written.getMdcCopy()));
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
