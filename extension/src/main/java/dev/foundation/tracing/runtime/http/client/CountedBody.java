package dev.foundation.tracing.runtime.http.client;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/** Counts the bytes of a body on their way to whoever reads it. */
final class CountedBody<T> implements BodyHandler<T> {

    private final BodyHandler<T> handler;

    /** That of the last response: those before it were redirects. */
    private volatile @Nullable Counter<T> last;

    CountedBody(BodyHandler<T> handler) {
        this.handler = handler;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo response) {
        Counter<T> counter = new Counter<>(handler.apply(response));
        last = counter;
        return counter;
    }

    /** @return the size of the body, or -1 as long as it has not been read to its end */
    long size() {
        Counter<T> counter = last;
        return counter == null || !counter.complete ? -1 : counter.bytes;
    }

    private static final class Counter<T> implements BodySubscriber<T> {

        private final BodySubscriber<T> reader;
        private long bytes;
        private volatile boolean complete;

        Counter(BodySubscriber<T> reader) {
            this.reader = reader;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers)
                bytes += buffer.remaining();
            reader.onNext(buffers);
        }

        @Override
        public void onError(Throwable failure) {
            reader.onError(failure);
        }

        @Override
        public void onComplete() {
            complete = true;
            reader.onComplete();
        }

        @Override
        public CompletionStage<T> getBody() {
            return reader.getBody();
        }
    }
}
