package dev.foundation.tracing.runtime.redaction;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes secrets out of addresses: credentials before the host, and the values of parameters that are known to hold some. */
public final class SafeUrls {

    static final String REDACTED = "REDACTED";

    /** The first four are OpenTelemetry's; the others are what stores, gateways and OAuth call theirs. */
    private static final Set<String> SECRETS = Set.of("AWSAccessKeyId", "Signature", "sig", "X-Goog-Signature",
            "X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "X-Goog-Credential", "token", "access_token",
            "refresh_token", "id_token", "api_key", "api-key", "apikey", "password", "passwd", "pwd", "secret",
            "client_secret", "auth", "authorization", "jwt", "auth_token", "session_token", "private_token", "secret_key",
            "access_key", "x-api-key", "passphrase");

    private static final String SCHEME_END = "://";
    /** A password may hold an {@code @}. */
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/?#\\s\"'<>]*@");
    private static final String WITHOUT_CREDENTIALS = SCHEME_END + REDACTED + ":" + REDACTED + "@";

    private final SecretParameters parameters;

    /** @param more names of parameters that hold secrets, besides those that are known; in any case */
    public SafeUrls(Set<String> more) {
        Set<String> names = new TreeSet<>(SECRETS);
        names.addAll(more);
        parameters = new SecretParameters(names);
    }

    /** @return the address without secrets; the same object if there are none */
    public String url(String url) {
        int authority = url.indexOf("://") + 3;
        int end = authority == 2 ? 0 : endOfAuthority(url, authority);
        int at = authority == 2 ? -1 : url.lastIndexOf('@', end - 1);
        String tail = url.substring(end);
        String safeTail = parameters(tail);
        if (at < authority)
            return safeTail.equals(tail) ? url : url.substring(0, end) + safeTail;
        return url.substring(0, authority) + REDACTED + ":" + REDACTED + url.substring(at, end) + safeTail;
    }

    /** @return any text, with each address in it as {@link #url} has it; the same object if there is no secret in one */
    public String text(String text) {
        String safe = text.indexOf('@') >= 0 && text.contains(SCHEME_END)
                ? CREDENTIALS.matcher(text).replaceAll(WITHOUT_CREDENTIALS)
                : text;
        // An address may stand there without its beginning.
        safe = parameters.outOfText(safe);
        return safe.equals(text) ? text : safe;
    }

    private static int endOfAuthority(String url, int start) {
        for (int i = start; i < url.length(); i++) {
            if ("/?#".indexOf(url.charAt(i)) >= 0)
                return i;
        }
        return url.length();
    }

    /** @return parameters without secret values; the same object if there are none */
    public String parameters(String query) {
        return parameters.outOfQuery(query);
    }
}
