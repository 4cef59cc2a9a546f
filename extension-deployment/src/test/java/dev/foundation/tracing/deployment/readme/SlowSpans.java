package dev.foundation.tracing.deployment.readme;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.foundation.tracing.control.ObservedSpan;
import dev.foundation.tracing.control.SpanListener;
import io.opentelemetry.api.trace.StatusCode;

/** The README's example of a listener, run as it stands there. */
@Singleton
public class SlowSpans implements SpanListener {

    private static final Logger LOG = Logger.getLogger(SlowSpans.class);

    @Override
    public void onEnd(ObservedSpan span, Duration duration, StatusCode status) {
        if (status == StatusCode.ERROR || duration.toMillis() > 500)
            LOG.infof("%s: %s after %d ms, trace %s", span.name(), status, duration.toMillis(), span.context().getTraceId());
    }
}
