package dev.foundation.tracing.runtime.span;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What spans are called that nobody named. */
public final class DefaultSpanNames {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern DOT = Pattern.compile("\\.");

    private DefaultSpanNames() {
    }

    /** {@code OrderService.placeOrder} becomes {@code order_service.place_order}. */
    public static String ofMethod(String className, String method) {
        return inSnakeCase(className) + "." + inSnakeCase(method);
    }

    /** @return {@code placeOrder} as {@code place_order} */
    public static String inSnakeCase(String camelCase) {
        String plain = camelCase.replaceAll("[^A-Za-z0-9]", "_").replaceAll("^[^A-Za-z]+", "");
        return WORD_START.matcher(plain).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /**
     * @param text for people, such as {@code "Payment provider: charge"}, which becomes {@code payment_provider_charge}
     * @param otherwise the name if nothing of the text can be in one
     */
    public static String ofText(String text, String otherwise) {
        String name = Arrays.stream(DOT.split(text)).map(DefaultSpanNames::ofPart).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return name.isEmpty() ? otherwise : name;
    }

    private static String ofPart(String text) {
        return inSnakeCase(text).replaceAll("_+", "_").replaceAll("_$", "");
    }
}
