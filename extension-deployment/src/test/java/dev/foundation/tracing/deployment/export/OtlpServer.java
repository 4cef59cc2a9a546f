package dev.foundation.tracing.deployment.export;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Takes spans by OTLP, gRPC and HTTP on one port, and answers as a test wants it. It is known by its port, since a test's class
 * is loaded twice.
 */
final class OtlpServer implements AutoCloseable {

    /** How exports are answered. */
    enum Answer {
        TAKE,
        THROTTLE,
        REFUSE,
        /** The connection is closed. */
        RESET,
        /** Never. */
        HANG
    }

    private static final String PORT = OtlpServer.class.getName() + ".port";
    private static final int GRPC_HEAD = 5;
    private static final int RESOURCE_EXHAUSTED = 8;
    private static final int UNAUTHENTICATED = 16;

    private final Vertx vertx = Vertx.vertx();
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final Set<ByteString> taken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Answer answer;

    private OtlpServer(Answer answer) {
        this.answer = answer;
    }

    static OtlpServer answering(Answer answer) {
        OtlpServer server = new OtlpServer(answer);
        server.vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port()))
                .requestHandler(request -> request.body().onSuccess(body -> server.answer(request, body))).listen()
                .toCompletionStage().toCompletableFuture().join();
        return server;
    }

    static String address() {
        return "http://127.0.0.1:" + port();
    }

    private static int port() {
        String chosen = System.getProperty(PORT);
        if (chosen != null)
            return Integer.parseInt(chosen);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, String.valueOf(free.getLocalPort()));
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void answer(Answer next) {
        answer = next;
    }

    /** @return how many spans it has taken; one that came twice counts once */
    long taken() {
        return taken.size();
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        requests.incrementAndGet();
        boolean grpc = "application/grpc".equals(request.getHeader("content-type"));
        switch (answer) {
            case TAKE -> {
                take(grpc ? body.getBytes(GRPC_HEAD, body.length()) : body.getBytes());
                end(request.response(), grpc, 200, 0);
            }
            case THROTTLE -> end(request.response(), grpc, 429, RESOURCE_EXHAUSTED);
            case REFUSE -> end(request.response(), grpc, 401, UNAUTHENTICATED);
            case RESET -> request.connection().close();
            case HANG -> {
                // as it says
            }
        }
    }

    private void take(byte[] export) {
        try {
            ExportTraceServiceRequest.parseFrom(export).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream()).filter(span -> taken.add(span.getSpanId()))
                    .forEach(spans::add);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(HttpServerResponse response, boolean grpc, int httpStatus, int grpcStatus) {
        if (grpc)
            response.putHeader("content-type", "application/grpc").putTrailer("grpc-status", String.valueOf(grpcStatus))
                    .putTrailer("grpc-message", grpcStatus == 0 ? "" : "said%20the%20test")
                    .end(grpcStatus == 0 ? Buffer.buffer(new byte[GRPC_HEAD]) : Buffer.buffer());
        else
            response.setStatusCode(httpStatus).end();
    }

    /** Connections are closed, and the port is free. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
