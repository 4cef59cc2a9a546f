package dev.foundation.tracing.tracestore;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

class TraceStoreTest {

    @Test
    void aBusyPortIsNamedAndNothingIsLeftRunning() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TraceStoreOptions options = TraceStoreOptions.onFreePorts().withQueryPort(busy.getLocalPort());

            assertThatExceptionOfType(TraceStoreStartException.class).isThrownBy(() -> TraceStore.start(options))
                    .withMessageContaining("port " + busy.getLocalPort())
                    .withMessageContaining("--query-port");
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("vert.x-eventloop")));
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        TraceStoreOptions options = TraceStoreOptions.onFreePorts().withHost("192.0.2.1").withAccess(Access.everyone());

        assertThatExceptionOfType(TraceStoreStartException.class).isThrownBy(() -> TraceStore.start(options))
                .withMessageContaining("192.0.2.1").withMessageContaining("--host");
    }

    @Test
    void anAddressThatOthersReachNeedsAWordOnWhoMay() {
        TraceStoreOptions options = TraceStoreOptions.onFreePorts().withHost("0.0.0.0");

        assertThatExceptionOfType(TraceStoreStartException.class).isThrownBy(() -> TraceStore.start(options))
                .withMessageContaining("0.0.0.0").withMessageContaining("token");
    }

    @Test
    void closingFreesThePortsAndMayBeRepeated() {
        TraceStore first = TraceStore.start(TraceStoreOptions.onFreePorts());
        TraceStoreOptions same = TraceStoreOptions.defaults().withQueryPort(first.queryPort())
                .withOtlpGrpcPort(first.otlpGrpcPort()).withOtlpHttpPort(first.otlpHttpPort());
        first.close();
        first.close();

        try (TraceStore second = TraceStore.start(same)) {
            assertThat(second.queryPort()).isEqualTo(first.queryPort());
        }
    }

    @Test
    void twoStoresDoNotShareTraces() {
        try (TraceStore one = TraceStore.start(TraceStoreOptions.onFreePorts());
                TraceStore other = TraceStore.start(TraceStoreOptions.onFreePorts())) {
            new StoreClient(one).export(aSpan().inTrace(7));

            assertThat(new StoreClient(other).spans(7)).isEmpty();
        }
    }

    @Test
    void theOldestTraceIsGoneWhenTheStoreIsFull() {
        try (TraceStore store = TraceStore.start(TraceStoreOptions.onFreePorts().withMaxBytes(64 << 10))) {
            StoreClient client = new StoreClient(store);
            for (int i = 1; i <= 200; i++)
                client.export(aSpan().inTrace(i).with("text", "x".repeat(500)));

            assertThat(client.spans(1)).isEmpty();
            assertThat(client.search("limit=1000")).contains(hexTraceId(200)).hasSizeBetween(10, 100);
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        TraceStoreOptions options = TraceStoreOptions.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> options.withQueryPort(4317)).withMessageContaining("differ");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withOtlpHttpPort(70_000))
                .withMessageContaining("otlpHttpPort");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxBytes(10)).withMessageContaining("maxBytes");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withHost(" ")).withMessageContaining("host");
    }
}
