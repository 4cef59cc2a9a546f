package dev.foundation.tracing.deployment.cache;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

import redis.embedded.RedisServer;

/** A Redis on a free port, which tests take down and up. It is known by its port, since a test's class is loaded twice. */
final class RealRedis {

    private static final String PORT = RealRedis.class.getName() + ".port";

    private static final AtomicReference<RedisServer> RUNNING = new AtomicReference<>();

    private RealRedis() {
    }

    /** @return the address for Quarkus's Redis client */
    static String address() {
        return "redis://127.0.0.1:" + port();
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

    static void start() {
        try {
            RedisServer server = RedisServer.newRedisServer().bind("127.0.0.1").port(port()).setting("save \"\"").build();
            server.start();
            RUNNING.set(server);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void stop() {
        RedisServer server = RUNNING.getAndSet(null);
        if (server == null)
            return;
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        await().until(() -> !answers());
    }

    private static boolean answers() {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
