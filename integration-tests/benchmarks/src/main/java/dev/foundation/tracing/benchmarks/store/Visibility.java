package dev.foundation.tracing.benchmarks.store;

/**
 * How often a trace was pushed and answered for, and could not be read by the very next request.
 *
 * @param missedById by the trace's id
 * @param missedBySearch by a search for that id's trace
 */
record Visibility(int missedById, int missedBySearch) {

    static Visibility of(Target target, Batches batches, int pushes) throws Exception {
        int missedById = 0;
        int missedBySearch = 0;
        for (int i = 0; i < pushes; i++) {
            Batch batch = batches.next();
            target.push(batch);
            String id = batch.traceIds().get(0);
            if (target.trace(id).statusCode() != 200)
                missedById++;
            if (!target.search("{trace:id=\"" + id + "\"}").body().contains(withoutLeadingZeros(id)))
                missedBySearch++;
        }
        return new Visibility(missedById, missedBySearch);
    }

    // Tempo leaves them out in what it finds.
    private static String withoutLeadingZeros(String id) {
        return id.replaceFirst("^0+", "");
    }
}
