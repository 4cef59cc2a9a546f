package dev.foundation.tracing.runtime.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Quarkus's sender keeps the message of an answer that is an error, but not its status: this puts it in front. */
public final class GrpcAnswer {

    private static final String PREFIX = "gRPC status ";
    private static final String THROTTLING = PREFIX + "RESOURCE_EXHAUSTED";

    private GrpcAnswer() {
    }

    /**
     * @param status as Vert.x has it; null if the answer had none, as that of a server that knows no gRPC
     * @param message null if there was none
     */
    public static String text(@Nullable Object status, @Nullable String message) {
        String name = status instanceof Enum<?> known ? known.name() : String.valueOf(status == null ? "missing" : status);
        return PREFIX + name + (message == null || message.isBlank() ? "" : ": " + decoded(message));
    }

    // A message that comes with the headers is still as gRPC sends it, in ASCII with "%20".
    private static String decoded(String message) {
        try {
            return URLDecoder.decode(message.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }

    static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }

    static boolean isThrottling(String text) {
        return text.startsWith(THROTTLING);
    }
}
