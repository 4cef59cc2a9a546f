package dev.foundation.tracing.tracestore.page.map;

/** Somebody who calls or is called. */
record MapNode(Kind kind, String name) {

    /** What it is. */
    enum Kind {
        /** Records spans itself; the name is its service name, which may be empty. */
        SERVICE,
        /** Known from its clients' spans alone. */
        DATABASE,
        /** Known from the spans of those who send to it. */
        MESSAGING,
        /** Known from its clients' spans by its address alone. */
        OUTER
    }

    static MapNode service(String name) {
        return new MapNode(Kind.SERVICE, name);
    }
}
