package dev.foundation.tracing.it.compose;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.it.configuration.ServiceSettings;

/** Compose and the services' own settings agree. */
final class SettingRules {

    private SettingRules() {
    }

    static Stream<String> theFourServicesAreThere(Checkout checkout) {
        return ServiceSettings.SERVICES.stream()
                .filter(service -> !checkout.compose().container(service).service().filter(service::equals).isPresent())
                .map(service -> service + " is not built as a container of its name");
    }

    static Stream<String> servicesKnowTheVariablesThatAreSet(Checkout checkout) {
        return services(checkout).flatMap(container -> {
            ServiceSettings settings = checkout.settings(container.service().orElseThrow());
            return container.environment().keySet().stream().filter(variable -> !settings.knows(variable))
                    .map(variable -> container.name() + " knows no setting " + variable);
        });
    }

    static Stream<String> faultsCanBeSwitchedOnInEveryService(Checkout checkout) {
        return ServiceSettings.SERVICES.stream().flatMap(service -> {
            Map<String, String> environment = checkout.compose().container(service).environment();
            String own = "SHOP_FAULTS_" + service.toUpperCase(Locale.ROOT);
            Stream<String> missing = Stream.of(own + "_ERROR_RATE", own + "_LATENCY")
                    .filter(variable -> !environment.containsKey(variable));
            return Stream.concat(isOn(environment.get("SHOP_FAULTS_ENABLED")) ? Stream.empty() : Stream.of("faults"), missing)
                    .map(lack -> service + " has no " + lack);
        });
    }

    /** The last spans are sent after the last requests: Quarkus waits two seconds for that, and connections take their time. */
    static Stream<String> servicesMayEndInOrder(Checkout checkout) {
        return services(checkout).filter(container -> container.stopGracePeriod()
                .compareTo(checkout.settings(container.service().orElseThrow()).shutdownTimeout().plusSeconds(5)) < 0)
                .map(container -> container.name() + " is killed before it has ended");
    }

    private static Stream<Container> services(Checkout checkout) {
        return checkout.compose().containers().stream().filter(container -> container.service().isPresent());
    }

    private static boolean isOn(@Nullable String flag) {
        return "true".equals(flag);
    }
}
