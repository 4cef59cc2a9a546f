package dev.foundation.tracing.tracestore.tempo;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The recording moved to a trace of its own and to a time just now. By whole minutes, for numbers over time are of minutes;
 * the payload ends up in the last one that is over.
 */
final class Freshened {

    private static final long MINUTE = 60;
    // Nanoseconds and milliseconds of the day of the recording.
    private static final Pattern NANOS = Pattern.compile("\\b17953\\d{14}\\b");
    private static final Pattern MILLIS = Pattern.compile("\\b17953\\d{8}\\b");

    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final long shiftSeconds;

    Freshened(long nowEpochSeconds) {
        shiftSeconds = (nowEpochSeconds + 1 - Recorded.NOW) / MINUTE * MINUTE;
    }

    String traceId() {
        return traceId;
    }

    /** The last minute that was over when the answers were recorded. */
    long lastStepMillis() {
        return (Recorded.NOW / MINUTE * MINUTE + shiftSeconds) * 1000;
    }

    /** A path, or a query's text, with the ids and times of now. */
    String path(String recorded) {
        long now = Recorded.NOW + shiftSeconds;
        return recorded.replace("{id}", traceId).replace("{now-300}", "" + (now - 300)).replace("{now+60}", "" + (now + 60))
                .replace("{now-7200}", "" + (now - 7200)).replace("{now-3600}", "" + (now - 3600));
    }

    /** What was sent or answered, with the ids and times of now. */
    String content(String recorded) {
        String moved = recorded.replace(Recorded.TRACE_ID, traceId).replace(base64(Recorded.TRACE_ID), base64(traceId));
        moved = NANOS.matcher(moved).replaceAll(time -> moved(time, 1_000_000_000));
        return MILLIS.matcher(moved).replaceAll(time -> moved(time, 1_000));
    }

    private String moved(MatchResult time, long perSecond) {
        return Long.toString(Long.parseLong(time.group()) + shiftSeconds * perSecond);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
