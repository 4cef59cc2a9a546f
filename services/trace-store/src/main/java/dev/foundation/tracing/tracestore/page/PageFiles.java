package dev.foundation.tracing.tracestore.page;

import java.util.List;

/** What the page consists of, besides {@code index.html} and Lit. */
final class PageFiles {

    static final List<String> NAMES = """
            address.js
            api.js
            colours.js
            completion.js
            details.js
            dom.js
            element.js
            filter.js
            filters.js
            finder.js
            format.js
            head.js
            help.js
            icon.svg
            layers.js
            list.css
            list.js
            live.js
            main.js
            map.css
            map.js
            otlp.js
            overview.js
            page.css
            plot.js
            poll.js
            row.js
            ruler.js
            scales.js
            search.js
            status.js
            table.js
            theme.js
            theming.js
            trace.css
            trace.js
            traceql.js
            tree.js
            vars.js
            waterfall.js
            """.lines().toList();

    private PageFiles() {
    }
}
