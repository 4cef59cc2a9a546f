package dev.foundation.tracing.runtime.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows by their names which attributes hold secrets. Safe from any thread. */
final class SecretKeys {

    private static final Set<String> SECRET_WORDS = Set.of("pwd", "passcode", "secrets", "authorization", "cookie", "cookies",
            "jwt", "bearer", "cvv", "cvc");
    /** Also at the end of a word, as in {@code userpassword}, where nothing tells where words begin. */
    private static final Set<String> SECRET_ENDS = Set.of("password", "passwd", "passphrase", "secret", "credential",
            "credentials", "apikey");
    private static final Set<List<String>> SECRET_PAIRS = Set.of(List.of("api", "key"), List.of("private", "key"),
            List.of("access", "key"), List.of("secret", "key"), List.of("signing", "key"), List.of("encryption", "key"));
    /** At the end alone: {@code auth.token} is one, {@code token.type} and {@code llm.token.count} tell of some. */
    private static final String TOKEN = "token";
    /** Those of a language: {@code gen_ai.server.time_to_first_token}. */
    private static final Set<String> BEFORE_OTHER_TOKENS = Set.of("first", "next", "last", "per", "input", "output",
            "unexpected", "expected");
    /** What is said of a secret is none. */
    private static final Set<String> ABOUT_SECRETS = Set.of("count", "length", "size", "type", "kind", "name", "version",
            "policy", "present", "enabled", "valid", "expired", "expires", "ttl", "age", "status", "result", "duration",
            "limit", "attempts", "arn", "decision", "consent", "issuer", "path", "domain", "amount");

    private static final Pattern BETWEEN_WORDS = Pattern
            .compile("[^\\p{Alnum}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** Keys come from code, so this is far more than an application has; it bounds the memory of one that makes them up. */
    private static final int MOST_KNOWN = 4_096;

    private final ConcurrentMap<String, Boolean> known = new ConcurrentHashMap<>();
    private final Set<String> more;
    private final Set<String> allowed;

    /** In any case. */
    SecretKeys(Set<String> more, Set<String> allowed) {
        this.more = lowerCase(more);
        this.allowed = lowerCase(allowed);
    }

    boolean contains(String key) {
        Boolean secret = known.get(key);
        return secret == null ? find(key) : secret;
    }

    private boolean find(String key) {
        boolean secret = isSecret(key);
        if (known.size() < MOST_KNOWN)
            known.put(key, secret);
        return secret;
    }

    private boolean isSecret(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return !allowed.contains(name) && (more.contains(name) || soundsSecret(key));
    }

    private static boolean soundsSecret(String key) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(key)).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (ABOUT_SECRETS.contains(last))
            return false;
        return isSecretToken(words, last) || words.stream().anyMatch(SecretKeys::isSecretWord) || hasSecretPair(words);
    }

    private static boolean isSecretToken(List<String> words, String last) {
        return last.endsWith(TOKEN) && (words.size() == 1 || !BEFORE_OTHER_TOKENS.contains(words.get(words.size() - 2)));
    }

    private static boolean isSecretWord(String word) {
        return SECRET_WORDS.contains(word) || SECRET_ENDS.stream().anyMatch(word::endsWith);
    }

    private static boolean hasSecretPair(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (SECRET_PAIRS.contains(words.subList(i - 1, i + 1)))
                return true;
        }
        return false;
    }

    private static Set<String> lowerCase(Set<String> keys) {
        return keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
