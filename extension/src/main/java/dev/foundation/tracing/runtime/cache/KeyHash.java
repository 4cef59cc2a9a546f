package dev.foundation.tracing.runtime.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.TracingFailures;

/**
 * Tells keys of a cache apart without showing them: HMAC-SHA-256, cut to 64 bits. Without its secret nobody can try out which
 * key a hash is of.
 */
final class KeyHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_BYTES = 8;

    private final Mac prototype;

    private KeyHash(byte[] secret) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** @return hashes that can be compared with those of processes that have the same secret */
    static KeyHash with(String secret) {
        return new KeyHash(secret.getBytes(UTF_8));
    }

    /** @return hashes that can be compared with each other alone */
    static KeyHash ofThisProcess() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new KeyHash(secret);
    }

    /** @return 16 hex digits; null if the key cannot be told as text */
    @Nullable
    String of(Object key) {
        try {
            byte[] text = key instanceof byte[] bytes ? bytes : key.toString().getBytes(UTF_8);
            return HexFormat.of().formatHex(((Mac) prototype.clone()).doFinal(text), 0, SHOWN_BYTES);
        } catch (Throwable e) { // a key's own toString() may throw anything
            TracingFailures.report("the hash of a cache's key was not computed", e);
            return null;
        }
    }
}
