package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    public static final int LAST = 65_535;

    // Below what operating systems hand out by themselves, or an outgoing connection takes the port before a server does.
    private static final int FIRST_CHOSEN = 20_000;
    private static final int BEYOND_CHOSEN = 32_000;
    private static final int CONNECT_MILLIS = 500;
    private static final int ATTEMPTS = 10_000;
    private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

    private Ports() {
    }

    /** Whether nothing listens on it, neither on loopback alone nor on all addresses. */
    public static boolean isFree(int port) {
        // Some systems let a server on one address share the port with a server on all addresses, so that both are tried.
        return canListen(new InetSocketAddress(port))
                && canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Whether somebody answers on it on loopback. Other than {@link #isFree} it listens on nothing itself: a process that
     * another
     * thread starts at that moment would inherit the listening socket for a while, and the port would seem taken.
     */
    static boolean isAnswered(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return a free port, never the same twice in this process */
    public static int choose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_CHOSEN, BEYOND_CHOSEN);
            if (isFree(port) && CHOSEN.add(port))
                return port;
        }
        throw new IllegalStateException("no free port between " + FIRST_CHOSEN + " and " + BEYOND_CHOSEN);
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
