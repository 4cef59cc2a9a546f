package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** ANSI colours, or none. */
final class Ink {

    private static final String FAINT = "2";
    private static final String FAILED = "1;31";
    private static final String ODD = "1;33";
    private static final String STRONG = "1";
    private static final List<String> SERVICES = List.of("36", "33", "35", "32", "34", "96", "93", "95", "92", "94");

    private final boolean coloured;
    private final List<String> services;

    Ink(boolean coloured, Collection<String> services) {
        this.coloured = coloured;
        this.services = new ArrayList<>(services);
    }

    String faint(String text) {
        return paint(FAINT, text);
    }

    String strong(String text) {
        return paint(STRONG, text);
    }

    String failed(String text) {
        return paint(FAILED, text);
    }

    String odd(String text) {
        return paint(ODD, text);
    }

    String service(String service, String text) {
        return paint(SERVICES.get(Math.max(0, services.indexOf(service)) % SERVICES.size()), text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
