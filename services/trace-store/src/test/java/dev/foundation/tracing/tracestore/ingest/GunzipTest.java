package dev.foundation.tracing.tracestore.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.tracestore.StoreClient;

class GunzipTest {

    private static final byte[] TEXT = randomText(200_000);

    private final BodyBudget budget = new BodyBudget(OtlpLimits.RECEIVING_BYTES);
    private final CountedBody body = new CountedBody(budget, new RequestSlots(1));
    private final Gunzip gunzip = new Gunzip(body);

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 1000, 1_000_000 })
    void piecesMayBeCutAnywhere(int size) throws RefusedException {
        feed(StoreClient.gzip(TEXT), size);
        gunzip.finish();

        assertThat(body.joined()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 1_000_000 })
    void aHeaderMayHaveAllItsOptionalParts(int size) throws RefusedException {
        byte[] plain = StoreClient.gzip(TEXT);
        byte[] flagged = plain.clone();
        flagged[3] = 2 | 4 | 8 | 16;
        byte[] optional = { 3, 0, 'a', 'b', 'c', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2 };
        feed(concat(Arrays.copyOf(flagged, 10), optional, Arrays.copyOfRange(plain, 10, plain.length)), size);
        gunzip.finish();

        assertThat(body.joined()).isEqualTo(TEXT);
    }

    @Test
    void severalPartsAreOneBody() throws RefusedException {
        feed(concat(StoreClient.gzip(new byte[] { 1 }), StoreClient.gzip(new byte[] { 2 })), 5);
        gunzip.finish();

        assertThat(body.joined()).containsExactly(1, 2);
    }

    @Test
    void nothingBecomesNothing() throws RefusedException {
        gunzip.finish();

        assertThat(body.joined()).isEmpty();
    }

    @Test
    void aCutBodyIsRefused() throws RefusedException {
        byte[] whole = StoreClient.gzip(TEXT);
        feed(Arrays.copyOf(whole, whole.length - 1), 1000);

        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(gunzip::finish).withMessage("unexpected EOF");
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] whole = StoreClient.gzip(TEXT);
        whole[whole.length - 8]++;

        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> feed(whole, 1000))
                .withMessage("gzip: invalid checksum");
    }

    @Test
    void whatIsNotCompressedIsRefused() {
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> gunzip.feed(TEXT))
                .withMessage("gzip: invalid header");
    }

    @Test
    void nonsenseBehindTheHeaderIsRefused() {
        byte[] whole = StoreClient.gzip(TEXT);
        Arrays.fill(whole, 10, whole.length, (byte) 0xff);

        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> gunzip.feed(whole))
                .withMessage("flate: corrupt input");
    }

    @Test
    void aBombIsRefusedAsSoonAsItHasGrownTooFarAndItsRoomGivenBack() {
        byte[] bomb = StoreClient.gzip(new byte[60_000_000]);
        int half = bomb.length / 2;

        assertThatExceptionOfType(RequestTooLargeException.class).isThrownBy(() -> feed(Arrays.copyOf(bomb, half), 1000));
        gunzip.close();
        assertThat(budget.take(OtlpLimits.RECEIVING_BYTES)).isTrue();
    }

    @Test
    void whatCountsIsWhatItGrewTo() throws RefusedException {
        feed(StoreClient.gzip(new byte[OtlpLimits.REQUEST_BYTES]), 1000);

        assertThat(budget.take(OtlpLimits.RECEIVING_BYTES - OtlpLimits.REQUEST_BYTES)).isTrue();
        assertThat(budget.take(1)).isFalse();
    }

    private void feed(byte[] bytes, int size) throws RefusedException {
        for (int offset = 0; offset < bytes.length; offset += size)
            gunzip.feed(Arrays.copyOfRange(bytes, offset, Math.min(bytes.length, offset + size)));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts)
            whole.writeBytes(part);
        return whole.toByteArray();
    }

    private static byte[] randomText(int length) {
        byte[] text = new byte[length];
        Random random = new Random(7);
        for (int i = 0; i < length; i++)
            text[i] = (byte) ('a' + random.nextInt(8));
        return text;
    }
}
