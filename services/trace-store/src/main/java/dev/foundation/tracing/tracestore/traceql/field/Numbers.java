package dev.foundation.tracing.tracestore.traceql.field;

import java.math.BigDecimal;

/** Floating-point numbers as Go prints them. */
final class Numbers {

    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_BELOW = 1e21;

    private Numbers() {
    }

    static String print(double value) {
        if (Double.isNaN(value))
            return "NaN";
        if (Double.isInfinite(value))
            return value > 0 ? "+Inf" : "-Inf";
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= PLAIN_FROM && size < PLAIN_BELOW);
        if (plain)
            return new BigDecimal(Double.toString(value)).toPlainString();
        String mantissaAndExponent = Double.toString(value).replace(".0E", "E").replace("E-", "e-");
        return mantissaAndExponent.replace("E", "e+");
    }
}
