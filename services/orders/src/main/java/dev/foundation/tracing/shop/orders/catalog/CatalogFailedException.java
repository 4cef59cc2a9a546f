package dev.foundation.tracing.shop.orders.catalog;

/** The catalog gave no answer, or none that helps. */
public final class CatalogFailedException extends RuntimeException {

    private final boolean reached;

    private CatalogFailedException(String message, boolean reached, Throwable cause) {
        super(message, cause);
        this.reached = reached;
    }

    static CatalogFailedException answered(int status, Throwable cause) {
        return new CatalogFailedException("the catalog failed with status " + status, true, cause);
    }

    static CatalogFailedException unreachable(Throwable cause) {
        return new CatalogFailedException("the catalog cannot be reached", false, cause);
    }

    /** @return whether the catalog answered at all */
    public boolean reached() {
        return reached;
    }
}
