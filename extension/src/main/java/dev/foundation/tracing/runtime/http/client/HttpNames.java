package dev.foundation.tracing.runtime.http.client;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import java.net.URI;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;

/**
 * What the semantic conventions call things.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">Semantic conventions for HTTP spans</a>
 */
public final class HttpNames {

    public static final AttributeKey<String> METHOD = stringKey("http.request.method");
    public static final AttributeKey<String> ORIGINAL_METHOD = stringKey("http.request.method_original");
    public static final AttributeKey<Long> RESEND_COUNT = longKey("http.request.resend_count");
    public static final AttributeKey<Long> STATUS_CODE = longKey("http.response.status_code");
    public static final AttributeKey<Long> BODY_SIZE = longKey("http.response.body.size");
    public static final AttributeKey<String> PROTOCOL_VERSION = stringKey("network.protocol.version");
    public static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
    public static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
    public static final AttributeKey<String> URL_FULL = stringKey("url.full");
    public static final AttributeKey<String> URL_QUERY = stringKey("url.query");
    public static final AttributeKey<String> URL_TEMPLATE = stringKey("url.template");
    public static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

    public static final String CONTENT_LENGTH = "content-length";

    static final String OTHER_METHOD = "_OTHER";

    /** What a span is called whose method is none of them. */
    static final String HTTP = "HTTP";

    static final Set<String> METHODS = Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT",
            "QUERY", "TRACE");

    private HttpNames() {
    }

    static boolean isKnown(String method) {
        return METHODS.contains(method);
    }

    /** @return whether a response with such a status is a failure to the one who asked */
    public static boolean isFailure(int status) {
        return status >= 400;
    }

    /** @return the port that an address means, if it says none */
    public static long port(URI address) {
        if (address.getPort() >= 0)
            return address.getPort();
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
