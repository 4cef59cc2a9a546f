package dev.foundation.tracing.tracestore.page;

import java.util.List;

/** What the page consists of, besides {@code index.html} and Lit. */
final class PageFiles {

    static final List<String> NAMES = """
            address.js
            api.js
            colours.js
            details.js
            dom.js
            element.js
            filter.js
            filterform.js
            finder.js
            format.js
            head.js
            icon.svg
            list.css
            list.js
            main.js
            otlp.js
            overview.js
            page.css
            plot.js
            poll.js
            row.js
            ruler.js
            status.js
            table.js
            trace.css
            trace.js
            tree.js
            vars.js
            waterfall.js
            """.lines().toList();

    private PageFiles() {
    }
}
