package dev.foundation.tracing.tracestore.ingest;

import java.util.HexFormat;
import java.util.Locale;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** Ids are hexadecimal in OTLP's JSON, in upper or lower case. */
final class JsonId {

    private static final String OPERATION = "ID.UnmarshalJSONIter";
    private static final int TRACE_ID_DIGITS = 32;
    private static final int SPAN_ID_DIGITS = 16;
    private static final int FIRST_VISIBLE = '!';
    private static final int LAST_VISIBLE = '~';

    private JsonId() {
    }

    /** @param text of the current token; empty for no id, which is up to others to judge */
    static ByteString read(FieldDescriptor field, String text, JsonTokens tokens) throws MalformedRequestException {
        if (text.isEmpty())
            return ByteString.EMPTY;
        if (text.length() != (field.getName().equals("trace_id") ? TRACE_ID_DIGITS : SPAN_ID_DIGITS))
            throw tokens.senseless(OPERATION, "length mismatch");
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i)))
                throw tokens.senseless(OPERATION, "encoding/hex: invalid byte: " + named(text.charAt(i)));
        }
        return ByteString.copyFrom(HexFormat.of().parseHex(text));
    }

    private static String named(char digit) {
        String code = String.format(Locale.ROOT, "U+%04X", (int) digit);
        return digit < FIRST_VISIBLE || digit > LAST_VISIBLE ? code : code + " '" + digit + "'";
    }
}
