package dev.foundation.tracing.runtime.http.vertx;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;
import io.smallrye.common.vertx.VertxContext;

/**
 * A call by a client on Vert.x, as the client's own code sees it. Vert.x makes a span only once there is a connection, with
 * whatever is current then as parent, and knows of a call that was given up no more than that the connection was closed;
 * this knows the rest.
 */
public final class ClientCall {

    private static final String TOKEN = "dev.foundation.tracing.call-";
    private static final AtomicLong TOKENS = new AtomicLong();

    /** Calls until Vert.x sends them; a request has nothing but the text of its operation to be known by there. */
    private static final Map<String, ClientCall> ANNOUNCED = new ConcurrentHashMap<>();

    final Context parent;
    final CallTarget target;
    final int resends;
    final @Nullable String operation;
    final Instant began = Instant.now();

    final @Nullable String template;
    private final CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();
    private volatile boolean sent;
    private volatile @Nullable String token;

    /**
     * @param parent the context in which the call was made
     * @param resends how many requests there were for this call before: redirects
     * @param operation what the span is called; null for what Quarkus calls it
     * @param template the path of the address with its parameters' names in their place; null if it is not known
     */
    public ClientCall(Context parent, CallTarget target, int resends, @Nullable String operation, @Nullable String template) {
        this.parent = parent;
        this.target = target;
        this.resends = resends;
        this.operation = operation;
        this.template = template;
    }

    /** Makes this known to Vert.x's tracing by a text, until it is sent or has ended. */
    public String announce() {
        String text = TOKEN + TOKENS.incrementAndGet();
        token = text;
        ANNOUNCED.put(text, this);
        return text;
    }

    /** Makes this known to Vert.x's tracing by the context that the call has for itself. */
    public void announceIn(io.vertx.core.Context ownContext) {
        ownContext.putLocal(TOKEN, this);
    }

    static @Nullable ClientCall of(@Nullable String operation, io.vertx.core.Context context) {
        if (operation != null && operation.startsWith(TOKEN))
            return ANNOUNCED.remove(operation);
        return VertxContext.isDuplicatedContext(context) ? context.getLocal(TOKEN) : null;
    }

    void isSent() {
        sent = true;
    }

    /** @param failure why there is no response; null if there is one. Twice is harmless */
    public void end(@Nullable Throwable failure) {
        if (token != null)
            ANNOUNCED.remove(token);
        if (outcome.complete(failure) && failure != null && !sent)
            VertxTracing.recordUnsent(this, failure);
    }

    /** @param action what is done once the client's code knows how the call ended; it is given its failure, or null */
    void whenEnded(Consumer<@Nullable Throwable> action) {
        CompletionStage<@Nullable Throwable> stage = outcome;
        stage.thenAccept(action);
    }
}
