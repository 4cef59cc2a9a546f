package dev.foundation.tracing.tracestore;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Who may use a store, on all of its ports alike. Printing it never shows the token. */
final class Access {

    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,512}");
    private static final Access LOCAL = new Access(null, false);
    private static final Access EVERYONE = new Access(null, true);

    private final byte @Nullable [] token;
    private final boolean anywhere;

    private Access(byte @Nullable [] token, boolean anywhere) {
        this.token = token;
        this.anywhere = anywhere;
    }

    /** Everyone on this machine: the store listens on loopback addresses only. */
    public static Access local() {
        return LOCAL;
    }

    /** Everyone who reaches the store, wherever it listens: something else has to guard it. */
    public static Access everyone() {
        return EVERYONE;
    }

    /**
     * Whoever has the token, wherever the store listens: as a bearer token, or as the password of HTTP's Basic
     * authentication with any name, for which a browser asks.
     *
     * @param token 16 to 512 visible ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    public static Access withToken(String token) {
        if (!TOKEN.matcher(token).matches())
            throw new IllegalArgumentException(
                    "a token has 16 to 512 visible ASCII characters and no blanks, got " + token.length()
                            + " characters: make one with openssl rand -hex 16");
        return new Access(token.getBytes(StandardCharsets.US_ASCII), true);
    }

    /** @return what is wrong with listening there; null if nothing is */
    @Nullable
    String objectionTo(String host) {
        try {
            if (anywhere || Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress))
                return null;
            return "on " + host + " other machines would read and write traces without a password: listen on 127.0.0.1, demand "
                    + "a token (in the environment as TRACE_STORE_TOKEN, or in a file with --token-file), or say --allow-remote "
                    + "if something else guards the ports";
        } catch (UnknownHostException e) {
            return "the host " + host + " is unknown: give an address of this machine, such as 127.0.0.1";
        }
    }

    /** @param authorization the header of a request; null if it has none */
    boolean admits(@Nullable String authorization) {
        byte[] expected = token;
        // In the same time however much of it is right.
        return expected == null || MessageDigest.isEqual(expected, sent(authorization));
    }

    @Override
    public String toString() {
        return token != null ? "with a token" : anywhere ? "everyone" : "local";
    }

    private static byte[] sent(@Nullable String authorization) {
        String header = authorization == null ? "" : authorization.trim();
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("bearer "))
            return header.substring("bearer ".length()).trim().getBytes(StandardCharsets.UTF_8);
        return scheme.startsWith("basic ") ? password(header.substring("basic ".length()).trim()) : new byte[0];
    }

    private static byte[] password(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
