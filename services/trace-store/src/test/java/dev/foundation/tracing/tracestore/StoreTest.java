package dev.foundation.tracing.tracestore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store on free ports for each test. */
public abstract class StoreTest {

    protected TraceStore store;
    protected StoreClient client;

    @BeforeEach
    void startStore() {
        store = TraceStore.start(options());
        client = new StoreClient(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected TraceStoreOptions options() {
        return TraceStoreOptions.onFreePorts();
    }
}
