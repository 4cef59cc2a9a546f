package dev.foundation.tracing.tracestore.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the bare names that modules import, such as {@code lit}, by the paths under which they are served. A browser
 * would want an import map for them, which can only stand inline, and the page's policy allows nothing inline.
 */
final class Imports {

    private static final Pattern BARE = Pattern.compile("(\\bfrom\\s*|\\bimport\\s*)([\"'])([@\\w][^\"']*)\\2");

    private final Map<String, String> paths;

    Imports(Map<String, String> paths) {
        this.paths = paths;
    }

    /** @throws IllegalStateException if it imports what is not served */
    String resolve(String module, String source) {
        return BARE.matcher(source).replaceAll(found -> Matcher
                .quoteReplacement(found.group(1) + found.group(2) + path(module, found.group(3)) + found.group(2)));
    }

    private String path(String module, String imported) {
        String path = paths.get(imported);
        if (path == null)
            throw new IllegalStateException(module + " imports '" + imported + "', which is not served: add it to LitFiles");
        return path;
    }
}
