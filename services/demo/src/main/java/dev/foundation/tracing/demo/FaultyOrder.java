package dev.foundation.tracing.demo;

import java.net.URI;
import java.util.Locale;

/** The command line that orders something and has the payment fail. */
final class FaultyOrder {

    private FaultyOrder() {
    }

    static String command(URI storefront, String operatingSystem) {
        boolean windows = operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows");
        String body = "{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":1}]}";
        // Windows knows double quotes alone.
        String quoted = windows ? "\"" + body.replace("\"", "\\\"") + "\"" : "'" + body + "'";
        // In PowerShell, "curl" alone may be another command.
        return (windows ? "curl.exe" : "curl") + " -i -H \"baggage: fault.payments=error\""
                + " -H \"content-type: application/json\" -d " + quoted + " " + storefront + "/orders";
    }
}
