package dev.foundation.tracing.tracestore.ingest;

import java.util.Base64;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;

import dev.foundation.tracing.tracestore.TraceStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

/** Calls frame by frame rather than by a gRPC client: none would send what is wrong in tests. */
public final class GrpcCaller implements AutoCloseable {

    public static final String EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    private final TraceStore store;
    private @Nullable String authorization;

    public GrpcCaller(TraceStore store) {
        this.store = store;
    }

    /** What all calls have in their metadata from now on. */
    public GrpcCaller authorizedBy(String header) {
        authorization = header;
        return this;
    }

    public Answer export(String encoding, byte[] body) throws Exception {
        return call(EXPORT, encoding, frame(!encoding.equals("identity"), body));
    }

    public Answer call(String path, @Nullable String encoding, Buffer frame) throws Exception {
        return await(http.request(HttpMethod.POST, store.otlpGrpcPort(), "127.0.0.1", path).compose(request -> {
            // A refused message is not read to its end, and what the client makes of that is its own affair.
            request.connection().exceptionHandler(ignored -> {
            });
            request.putHeader("content-type", "application/grpc").putHeader("te", "trailers");
            if (encoding != null)
                request.putHeader("grpc-encoding", encoding);
            if (authorization != null)
                request.putHeader("authorization", authorization);
            return request.send(frame).compose(answer -> answer.end().map(end -> Answer.of(answer)));
        }));
    }

    public static Buffer frame(boolean compressed, byte[] message) {
        return Buffer.buffer().appendByte((byte) (compressed ? 1 : 0)).appendInt(message.length).appendBytes(message);
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** @param details base64 of the whole {@code google.rpc.Status}; null if there are none */
    public record Answer(Code status, @Nullable String message, @Nullable String details) {

        private static Answer of(HttpClientResponse answer) {
            String early = answer.getHeader("grpc-status");
            Code code = Code.forNumber(Integer.parseInt(early == null ? answer.getTrailer("grpc-status") : early));
            return new Answer(code, answer.getHeader("grpc-message"), answer.getHeader("grpc-status-details-bin"));
        }

        Status detailed() throws InvalidProtocolBufferException {
            return Status.parseFrom(Base64.getDecoder().decode(details));
        }
    }
}
