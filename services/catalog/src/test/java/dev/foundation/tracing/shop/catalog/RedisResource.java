package dev.foundation.tracing.shop.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import redis.embedded.RedisServer;

/** A real Redis on a free port, which tests can take down and up. */
public class RedisResource implements QuarkusTestResourceLifecycleManager {

    private int port;
    private @Nullable RedisServer redis;

    @Override
    public Map<String, String> start() {
        port = freePort();
        up();
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void up() {
        try {
            RedisServer server = RedisServer.newRedisServer().bind("127.0.0.1").port(port).setting("save \"\"").build();
            server.start();
            redis = server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void down() {
        try {
            if (redis != null)
                redis.stop();
            redis = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RedisResource.class));
    }

    @Override
    public void stop() {
        down();
    }
}
