package dev.foundation.tracing.shop.storefront;

import java.net.URI;

/**
 * Where the browser finds traces.
 *
 * @param all the page of all traces
 * @param one the page of a trace, with {@value #TRACE_ID} in the place of its id
 */
record TraceLinks(String all, String one) {

    private static final String TRACE_ID = "{traceId}";

    /**
     * Reads the setting.
     *
     * @param url a template for the page of a trace, or what such pages are below
     * @throws IllegalArgumentException if it is no http or https URL
     */
    static TraceLinks of(String url) {
        // With an id it is what a browser will be sent to; a template itself is no URI, because of its braces.
        URI page = URI.create(url.replace(TRACE_ID, "0"));
        if (!("http".equals(page.getScheme()) || "https".equals(page.getScheme())) || page.getRawAuthority() == null)
            throw new IllegalArgumentException("must be an http or https URL, got " + url);
        if (url.contains(TRACE_ID))
            return new TraceLinks(page.getScheme() + "://" + page.getRawAuthority(), url);
        return new TraceLinks(url, url + (url.endsWith("/") ? "" : "/") + "trace/" + TRACE_ID);
    }
}
