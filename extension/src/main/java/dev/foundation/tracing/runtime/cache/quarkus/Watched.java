package dev.foundation.tracing.runtime.cache.quarkus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * A {@code Uni} that is watched from its subscription to its end, of which the watcher hears before the subscriber. It also
 * stands between the two, so that one object is enough for the first subscription; a further one is made anew.
 */
abstract class Watched<V> extends AbstractUni<V> implements UniSubscriber<V>, UniSubscription {

    private static final VarHandle SUBSCRIBER = handle("subscriber", UniSubscriber.class);
    private static final VarHandle OVER = handle("over", boolean.class);

    private @Nullable UniSubscriber<? super V> subscriber;
    private volatile @Nullable UniSubscription upstream;
    /** Who is in the middle of subscribing: what that thread hears then, nobody has waited for. */
    private @Nullable Thread subscribing;
    @SuppressWarnings("unused") // through its handle
    private boolean over;

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Watched.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @return what is watched */
    abstract Uni<V> work();

    /** @return the same for one more subscription */
    abstract Uni<V> again();

    /** Just before the subscription. */
    abstract void begins();

    /** Just after it, on the same thread; the end may have come, or be coming on another thread. */
    abstract void hasBegun();

    /** @param atOnce whether that came with the subscription, so that nobody had to wait */
    abstract void ends(@Nullable V item, @Nullable Throwable failure, boolean atOnce);

    abstract void isCancelled();

    /** The subscriber has been told, too. */
    void isOver() {
    }

    @Override
    public final void subscribe(UniSubscriber<? super V> downstream) {
        if (!SUBSCRIBER.compareAndSet(this, (UniSubscriber<?>) null, downstream)) {
            AbstractUni.subscribe(again(), downstream);
            return;
        }
        subscribing = Thread.currentThread();
        try {
            begins();
            AbstractUni.subscribe(work(), this);
        } catch (Throwable thrown) {
            neverBegan(thrown);
            throw thrown;
        } finally {
            subscribing = null;
            hasBegun();
        }
    }

    private void neverBegan(Throwable thrown) {
        if (endsNow()) {
            ends(null, thrown, true);
            isOver();
        }
    }

    @Override
    public final Context context() {
        return downstream().context();
    }

    @Override
    public final void onSubscribe(UniSubscription subscription) {
        upstream = subscription;
        downstream().onSubscribe(this);
    }

    @Override
    public final void onItem(@Nullable V item) {
        if (!endsNow())
            return;
        ends(item, null, isAtOnce());
        try {
            downstream().onItem(item);
        } finally {
            isOver();
        }
    }

    @Override
    public final void onFailure(Throwable failure) {
        if (!endsNow())
            return;
        ends(null, failure, isAtOnce());
        try {
            downstream().onFailure(failure);
        } finally {
            isOver();
        }
    }

    @Override
    public final void cancel() {
        if (!endsNow())
            return;
        isCancelled();
        isOver();
        UniSubscription subscription = upstream;
        if (subscription != null)
            subscription.cancel();
    }

    private boolean endsNow() {
        return OVER.compareAndSet(this, false, true);
    }

    private boolean isAtOnce() {
        return subscribing == Thread.currentThread();
    }

    private UniSubscriber<? super V> downstream() {
        return Objects.requireNonNull(subscriber);
    }
}
