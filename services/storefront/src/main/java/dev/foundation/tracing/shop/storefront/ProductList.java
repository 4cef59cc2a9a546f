package dev.foundation.tracing.shop.storefront;

import static dev.foundation.tracing.Spans.addAttributes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.Traced;

/** All products. Nobody waits in vain to look around: if the catalog does not give its list, the last one is shown. */
@ApplicationScoped
class ProductList {

    // A catalog that is slow would hold up every thread of the edge otherwise.
    private static final int MOST_AT_ONCE = 8;

    private final CatalogClient catalog;
    private volatile @Nullable String lastGiven;

    ProductList(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    @Traced("catalog.list")
    @Bulkhead(MOST_AT_ONCE)
    @Fallback(fallbackMethod = "lastGiven")
    Response current() {
        Response answer = Relay.answerOf("catalog", catalog::list);
        if (answer.getStatusInfo().getFamily() == Family.SERVER_ERROR)
            throw new ServerErrorException(answer);
        lastGiven = (String) answer.getEntity();
        return answer;
    }

    Response lastGiven(Exception reason) {
        String list = lastGiven;
        addAttributes("products.last_given", list != null);
        if (list != null)
            return Response.ok(list, MediaType.APPLICATION_JSON_TYPE).build();
        return reason instanceof ServerErrorException failed ? failed.getResponse()
                : ErrorAnswers.answer(Status.SERVICE_UNAVAILABLE, "too many are looking at the products");
    }
}
