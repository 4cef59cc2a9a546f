package dev.foundation.tracing.runtime.export;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the extension tells operators, until it is closed. */
final class LogLines extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("dev.foundation.tracing");

    private final List<String> lines = new ArrayList<>();

    LogLines() {
        LOGGER.addHandler(this);
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    String only() {
        if (lines.size() != 1)
            throw new AssertionError("expected one line, got " + lines);
        return lines.get(0);
    }

    void forget() {
        lines.clear();
    }

    @Override
    public void publish(LogRecord written) {
        if (written.getLevel().intValue() < Level.INFO.intValue())
            return;
        String text = written.getParameters() == null ? written.getMessage()
                : MessageFormat.format(written.getMessage(), written.getParameters());
        lines.add(written.getLevel() + " " + text);
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
