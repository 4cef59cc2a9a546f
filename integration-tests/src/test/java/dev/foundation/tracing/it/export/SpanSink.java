package dev.foundation.tracing.it.export;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Takes spans by gRPC, and remembers which. It goes down and up as a store would, but forgets nothing meanwhile. */
final class SpanSink implements AutoCloseable {

    private static final int GRPC_HEAD = 5;

    private final Vertx vertx = Vertx.vertx();
    private final Set<ByteString> taken = ConcurrentHashMap.newKeySet();
    private final int port;
    private HttpServer server;

    SpanSink(int port) {
        this.port = port;
        up();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** @return how many different spans it has */
    long distinctSpans() {
        return taken.size();
    }

    void up() {
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> request.body().onSuccess(body -> take(request, body))).listen()
                .toCompletionStage().toCompletableFuture().join();
    }

    /** Connections are closed too. */
    void down() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request, Buffer body) {
        try {
            ExportTraceServiceRequest.parseFrom(body.getBytes(GRPC_HEAD, body.length())).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream()).map(Span::getSpanId).forEach(taken::add);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
        request.response().putHeader("content-type", "application/grpc").putTrailer("grpc-status", "0")
                .end(Buffer.buffer(new byte[GRPC_HEAD]));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
