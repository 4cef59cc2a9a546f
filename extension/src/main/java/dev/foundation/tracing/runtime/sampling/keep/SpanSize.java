package dev.foundation.tracing.runtime.sampling.keep;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** About how much memory an ended span takes. */
final class SpanSize {

    private static final int SPAN = 500;
    private static final int EVENT = 100;
    private static final int LINK = 150;
    private static final int ATTRIBUTE = 50;

    private SpanSize() {
    }

    static long of(ReadableSpan ended) {
        SpanData span = ended.toSpanData();
        long bytes = SPAN + span.getName().length() + span.getStatus().getDescription().length() + of(span.getAttributes());
        List<EventData> events = span.getEvents();
        for (int i = 0; i < events.size(); i++)
            bytes += EVENT + events.get(i).getName().length() + of(events.get(i).getAttributes());
        List<LinkData> links = span.getLinks();
        for (int i = 0; i < links.size(); i++)
            bytes += LINK + of(links.get(i).getAttributes());
        return bytes;
    }

    private static long of(Attributes attributes) {
        long[] bytes = { 0 };
        attributes.forEach((key, value) -> bytes[0] += ATTRIBUTE + key.getKey().length() + of(value));
        return bytes[0];
    }

    private static long of(Object value) {
        if (value instanceof String text)
            return text.length();
        long bytes = 0;
        if (value instanceof List<?> list)
            for (Object element : list)
                bytes += ATTRIBUTE + String.valueOf(element).length();
        return bytes;
    }
}
