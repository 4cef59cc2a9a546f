package dev.foundation.tracing.tracestore.page;

import java.util.List;

/** What the page consists of, besides {@code index.html} and Lit. */
final class PageFiles {

    static final List<String> NAMES = """
            address.js
            align.js
            announce.js
            api.js
            attributes.js
            colours.js
            compare.css
            compare.js
            comparedetails.js
            comparehead.js
            comparepicker.js
            comparerow.js
            completion.js
            copybutton.js
            criticalpath.js
            details.js
            difference.js
            drag.js
            element.js
            exporting.js
            filter.js
            filters.js
            finder.js
            folds.js
            format.js
            head.js
            help.js
            icon.svg
            importing.js
            lane.js
            layers.js
            list.css
            list.js
            live.js
            loadedtrace.js
            main.js
            map.css
            map.js
            mapstage.js
            maptable.js
            meaning.js
            otlp.js
            otlpfile.js
            overview.js
            page.css
            plot.js
            poll.js
            row.js
            rowtree.js
            rowwindow.js
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
            traffic.js
            tree.js
            treekeys.js
            vars.js
            waterfall.js
            zoom.js
            """.lines().toList();

    private PageFiles() {
    }
}
