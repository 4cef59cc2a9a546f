package dev.foundation.tracing.runtime.export;

import java.time.Instant;

/**
 * An export that failed.
 *
 * @param reason for people, in one line
 */
public record ExportFailure(Instant at, DropCause cause, String reason) {
}
