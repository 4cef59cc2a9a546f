package dev.foundation.tracing.tracestore.page.map;

/** One calls the other, or causes it to do something. */
record MapEdge(MapNode from, MapNode to, Kind kind) {

    /** How they are related. */
    enum Kind {
        /** The caller waits. */
        CALL,
        /** Nobody waits. */
        MESSAGE,
        /** A span names another one as related. */
        LINK
    }

    MapEdge to(MapNode other) {
        return new MapEdge(from, other, kind);
    }
}
