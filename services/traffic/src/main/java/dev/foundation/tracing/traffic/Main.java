package dev.foundation.tracing.traffic;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: it goes on until it is told to end. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Main.class);
    private static final int WRONG_SETTINGS = 2;

    private final TrafficConfig config;
    private final Traffic traffic;

    Main(TrafficConfig config, Traffic traffic) {
        this.config = config;
        this.traffic = traffic;
    }

    @Override
    public int run(String... arguments) {
        List<String> mistakes = ConfigCheck.mistakesIn(config);
        if (!mistakes.isEmpty()) {
            LOG.errorf("no traffic: %s", String.join("; ", mistakes));
            return WRONG_SETTINGS;
        }
        traffic.start();
        Quarkus.waitForExit();
        return 0;
    }
}
