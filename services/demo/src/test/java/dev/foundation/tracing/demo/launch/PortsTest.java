package dev.foundation.tracing.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortIsBusyWhetherTheServerListensOnLoopbackOrEverywhere() throws IOException {
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(Ports.isFree(loopback.getLocalPort())).isFalse();
            assertThat(Ports.isFree(everywhere.getLocalPort())).isFalse();
        }
    }

    @Test
    void chosenPortsAreFreeAndDiffer() {
        assertThat(IntStream.range(0, 100).map(unused -> Ports.choose())).doesNotHaveDuplicates().allMatch(Ports::isFree);
    }

    @Test
    void anOffsetMovesEveryUsualPort() {
        assertThat(ShopPorts.usual(100).byName().values()).containsExactly(8180, 8181, 8182, 8183, 3300, 4417, 4418);
    }
}
