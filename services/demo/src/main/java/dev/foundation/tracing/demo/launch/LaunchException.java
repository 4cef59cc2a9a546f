package dev.foundation.tracing.demo.launch;

/** The shop did not start. The message names the process, says what happened, and ends with the last lines of its log. */
public final class LaunchException extends RuntimeException {

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
