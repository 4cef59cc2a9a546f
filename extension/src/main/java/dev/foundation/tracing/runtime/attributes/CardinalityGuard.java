package dev.foundation.tracing.runtime.attributes;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Notices attributes that take more different values than they should, and says so once. Safe from any thread. */
public final class CardinalityGuard implements Consumer<SpanData> {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    /** What values are counted with takes no more memory than this, in bytes, and about as much again for names. */
    private static final long MOST_MEMORY = 4L << 20;
    private static final int BITS_OF_BYTE = 8;

    private final ConcurrentMap<SpanAttribute, Watched> watched = new ConcurrentHashMap<>();
    private final UnboundedKeys unbounded;
    private final int mostValues;
    private final long mostWatched;

    /**
     * @param mostValues zero: nothing is watched
     * @param unboundedKeys that are not watched, besides those that are known
     */
    public CardinalityGuard(int mostValues, Set<String> unboundedKeys) {
        this.mostValues = mostValues;
        this.unbounded = new UnboundedKeys(unboundedKeys);
        this.mostWatched = mostValues == 0 ? 0 : Math.max(1, MOST_MEMORY * BITS_OF_BYTE / (2L * mostValues));
    }

    @Override
    public void accept(SpanData span) {
        if (mostWatched > 0)
            span.getAttributes().forEach((key, value) -> look(span.getName(), key, value));
    }

    /** @return attributes that took too many, which a warning told of */
    public List<SpanAttribute> found() {
        return watched.entrySet().stream().filter(entry -> entry.getValue().isFound()).map(entry -> entry.getKey()).toList();
    }

    int watched() {
        return watched.size();
    }

    private void look(String spanName, AttributeKey<?> key, Object value) {
        if (isAMeasurement(key) || unbounded.contains(key.getKey()))
            return;
        SpanAttribute attribute = new SpanAttribute(spanName, key.getKey());
        Watched values = watched.get(attribute);
        if (values == null) {
            if (watched.size() >= mostWatched)
                return;
            values = watched.computeIfAbsent(attribute, added -> new Watched(mostValues));
        }
        if (values.exceedsWith(value))
            LOG.warnf("The attribute '%s' of spans '%s' has taken about %d different values. If that is meant, name it in "
                    + "quarkus.foundation-tracing.attributes.unbounded-keys; else put what differs each time into an event or a "
                    + "log line.", attribute.key(), spanName, mostValues);
    }

    private static boolean isAMeasurement(AttributeKey<?> key) {
        return key.getType() == AttributeType.DOUBLE || key.getType() == AttributeType.DOUBLE_ARRAY;
    }

    private static final class Watched {

        private final int mostValues;
        /** Null once there were too many: nothing is counted any more. */
        private volatile @Nullable DistinctValues values;

        Watched(int mostValues) {
            this.mostValues = mostValues;
            this.values = new DistinctValues(mostValues);
        }

        boolean isFound() {
            return values == null;
        }

        /** @return true once */
        synchronized boolean exceedsWith(Object value) {
            DistinctValues counted = values;
            if (counted == null || !counted.add(value) || counted.estimate() <= mostValues)
                return false;
            values = null;
            return true;
        }
    }
}
