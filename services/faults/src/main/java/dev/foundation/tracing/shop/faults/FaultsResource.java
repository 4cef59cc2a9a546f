package dev.foundation.tracing.shop.faults;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Faults over HTTP, to be changed while running. */
@Path(FaultsResource.PATH)
class FaultsResource {

    static final String PATH = "/faults";

    private static final Logger LOG = Logger.getLogger(FaultsResource.class);

    private final Faults faults;

    FaultsResource(Faults faults) {
        this.faults = faults;
    }

    // Before matching, so that no method, media type or body is answered differently where there is nothing to be found.
    @ServerRequestFilter(preMatching = true)
    void hideUnlessEnabled(ContainerRequestContext request) {
        if (!faults.enabled() && request.getUriInfo().getPath().startsWith(PATH))
            throw new NotFoundException();
    }

    @GET
    public FaultSettings show() {
        return faults.settings();
    }

    @PUT
    public FaultSettings change(@Nullable FaultSettings settings) {
        if (settings == null)
            throw new BadRequestException("errorRate and latency are missing in the body");
        faults.change(settings);
        LOG.infof("faults from now on: %s", settings);
        return settings;
    }

    @DELETE
    public void end() {
        faults.change(FaultSettings.NONE);
        LOG.info("no faults from now on");
    }
}
