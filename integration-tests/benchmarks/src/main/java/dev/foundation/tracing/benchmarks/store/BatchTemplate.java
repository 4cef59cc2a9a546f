package dev.foundation.tracing.benchmarks.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;

/**
 * A request that was encoded once and is sent again and again with other trace ids. Encoding each anew would take a good
 * part of what the store takes for it, and both run on this machine.
 */
final class BatchTemplate {

    /** The first half of each trace id while it is a template, found nowhere else in it. */
    static final long MARK = 0x7e3a91c5d2f0b846L;

    private static final int HALF = Long.BYTES;

    private final byte[] body;
    private final int spans;
    private final int traces;
    private final List<Integer> places = new ArrayList<>();

    /**
     * @param body its trace ids are the mark, and a number from 0 on in their second half
     * @param spans how many spans it has
     * @param traces how many traces
     */
    BatchTemplate(byte[] body, int spans, int traces) {
        this.body = body.clone();
        this.spans = spans;
        this.traces = traces;
        ByteBuffer bytes = ByteBuffer.wrap(body);
        for (int place = 0; place + 2 * HALF <= body.length; place++) {
            if (bytes.getLong(place) == MARK)
                places.add(place);
        }
        if (places.size() != spans)
            throw new IllegalStateException(spans + " spans must have the mark, " + places.size() + " have it");
    }

    /** @param half the first half of all its trace ids; what no other batch has */
    Batch with(long half) {
        byte[] filled = body.clone();
        ByteBuffer bytes = ByteBuffer.wrap(filled);
        for (int place : places)
            bytes.putLong(place, half);
        List<String> ids = new ArrayList<>();
        for (long trace = 0; trace < traces; trace++)
            ids.add(HexFormat.of().toHexDigits(half) + HexFormat.of().toHexDigits(trace));
        return new Batch(ByteString.copyFrom(filled), ids, spans);
    }
}
