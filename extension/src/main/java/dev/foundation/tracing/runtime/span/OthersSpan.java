package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The current span, where somebody else started it: he will end it, too. */
class OthersSpan extends RecordingSpan implements OngoingSpan {

    private final Context context;
    private final SpanOpener opener;

    /** @param context in which the span is current */
    OthersSpan(Span span, Context context, SpanOpener opener) {
        super(span);
        this.context = context;
        this.opener = opener;
    }

    @Override
    EventSink events() {
        return opener.events();
    }

    @Override
    Failures failures() {
        return opener.failures();
    }

    /** It is not known, so whatever is thrown counts as new. */
    @Override
    int startedAfter() {
        return opener.failures().count();
    }

    @Override
    public <T extends @Nullable Object> T endWith(T result) {
        return result;
    }

    @Override
    public void leave() {
        // whoever made it current does so
    }

    @Override
    public Scope resume() {
        return SpanOpener.resumed(context);
    }

    @Override
    public OthersSpan latest() {
        return this;
    }

    @Override
    public void close() {
        // whoever started it ends it
    }
}
