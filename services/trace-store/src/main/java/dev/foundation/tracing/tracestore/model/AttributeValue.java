package dev.foundation.tracing.tracestore.model;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The value of an attribute, in one of the kinds that OTLP knows. */
public sealed interface AttributeValue {

    /** The value as a reader would type it into a search field; lists and maps as JSON-like text. */
    String asText();

    /** Text. */
    record Text(String value) implements AttributeValue {
        @Override
        public String asText() {
            return value;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public String asText() {
            return Boolean.toString(value);
        }
    }

    /** A 64-bit integer. */
    record Whole(long value) implements AttributeValue {
        @Override
        public String asText() {
            return Long.toString(value);
        }
    }

    /** A double, NaN and the infinities included. */
    record Real(double value) implements AttributeValue {

        private static final double EXACT_BELOW = 1L << 53;

        /** True if the number has no fraction and prints exactly as a {@code long}. */
        public boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) < EXACT_BELOW;
        }

        @Override
        public String asText() {
            return isWhole() ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** Raw bytes, held as base64 so that nobody can change them. */
    record Bytes(String base64) implements AttributeValue {

        /** @param bytes copied */
        public static Bytes of(byte[] bytes) {
            return new Bytes(Base64.getEncoder().encodeToString(bytes));
        }

        @Override
        public String asText() {
            return base64;
        }
    }

    /** Several values in order. */
    record Sequence(List<AttributeValue> values) implements AttributeValue {

        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String asText() {
            return values.stream().map(AttributeValue::asText).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** Named values. */
    record Mapping(Attributes entries) implements AttributeValue {
        @Override
        public String asText() {
            return entries.list().stream().map(entry -> entry.key() + ":" + entry.value().asText())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** An attribute that was sent without a value. */
    record Empty() implements AttributeValue {
        @Override
        public String asText() {
            return "";
        }
    }
}
