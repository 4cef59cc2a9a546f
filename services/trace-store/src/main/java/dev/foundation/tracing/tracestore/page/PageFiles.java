package dev.foundation.tracing.tracestore.page;

import java.util.List;

/** What the page consists of, besides {@code index.html} and Lit. */
final class PageFiles {

    static final List<String> NAMES = """
            base/address.js
            base/announce.js
            base/api.js
            base/colours.js
            base/copybutton.js
            base/drag.js
            base/element.js
            base/format.js
            base/help.js
            base/icon.svg
            base/page.css
            base/poll.js
            base/theme.js
            base/theming.js
            base/traceql.js
            base/vars.js
            compare/align.js
            compare/compare.css
            compare/compare.js
            compare/comparedetails.js
            compare/comparehead.js
            compare/comparerow.js
            compare/difference.js
            files/exporting.js
            files/importing.js
            files/otlpfile.js
            list/completion.js
            list/filter.js
            list/filters.js
            list/list.css
            list/list.js
            list/live.js
            list/plot.js
            list/scales.js
            list/search.js
            list/status.js
            list/table.js
            main.js
            map/layers.js
            map/map.css
            map/map.js
            map/mapstage.js
            map/maptable.js
            map/traffic.js
            spans/attributes.js
            spans/criticalpath.js
            spans/folds.js
            spans/loadedtrace.js
            spans/meaning.js
            spans/otlp.js
            spans/rowtree.js
            spans/rowwindow.js
            spans/ruler.js
            spans/tree.js
            spans/treekeys.js
            spans/zoom.js
            trace/comparepicker.js
            trace/details.js
            trace/finder.js
            trace/head.js
            trace/lane.js
            trace/overview.js
            trace/row.js
            trace/trace.css
            trace/trace.js
            trace/waterfall.js
            """.lines().toList();

    private PageFiles() {
    }
}
