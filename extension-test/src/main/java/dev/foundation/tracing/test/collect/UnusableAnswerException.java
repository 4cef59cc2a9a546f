package dev.foundation.tracing.test.collect;

import org.jspecify.annotations.Nullable;

/** The trace store answered, but with its own failure or with something that is no trace: it may do better when asked again. */
final class UnusableAnswerException extends IllegalStateException {

    UnusableAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
