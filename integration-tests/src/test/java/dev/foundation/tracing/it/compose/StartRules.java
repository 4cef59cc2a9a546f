package dev.foundation.tracing.it.compose;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What starts after what, and how it is known to be ready. */
final class StartRules {

    private StartRules() {
    }

    static Stream<String> onlyWhatHasAProbeIsAwaitedAsHealthy(Checkout checkout) {
        ComposeFile compose = checkout.compose();
        boolean built = checkout.text("services/Dockerfile").contains("\nHEALTHCHECK ");
        return compose.containers().stream().flatMap(container -> container.dependencies().entrySet().stream()
                .filter(dependency -> dependency.getValue().equals("service_healthy"))
                .map(dependency -> compose.container(dependency.getKey()))
                .filter(other -> other.probe().isEmpty() && (!built || other.service().isEmpty() || other.isNeverProbed()))
                .map(other -> container.name() + " waits for ever: " + other.name() + " has no probe"));
    }

    static Stream<String> whatHasAProbeIsAwaitedAsHealthy(Checkout checkout) {
        ComposeFile compose = checkout.compose();
        return compose.containers().stream().flatMap(container -> container.dependencies().entrySet().stream()
                .filter(dependency -> !dependency.getValue().equals("service_healthy"))
                .filter(dependency -> !compose.container(dependency.getKey()).probe().isEmpty())
                .map(dependency -> container.name() + " does not wait until " + dependency.getKey() + " is healthy"));
    }

    static Stream<String> whatIsAwaitedIsThere(Checkout checkout) {
        ComposeFile compose = checkout.compose();
        return compose.containers().stream().flatMap(container -> container.dependencies().keySet().stream()
                .filter(other -> !compose.names().contains(other) || !compose.container(other).profiles().isEmpty())
                .map(other -> container.name() + " waits for " + other + ", which is not started"));
    }

    static Stream<String> nothingWaitsForItself(Checkout checkout) {
        ComposeFile compose = checkout.compose();
        return compose.containers().stream().filter(container -> before(compose, container.name()).contains(container.name()))
                .map(container -> container.name() + " waits for itself");
    }

    static Stream<String> probesNeedNoShell(Checkout checkout) {
        return checkout.compose().containers().stream().filter(container -> !container.probe().isEmpty())
                .filter(container -> !container.probe().get(0).equals("CMD"))
                .map(container -> "the probe of " + container.name() + " needs a shell");
    }

    private static Set<String> before(ComposeFile compose, String name) {
        Set<String> found = new HashSet<>();
        addBefore(compose, name, found);
        return found;
    }

    private static void addBefore(ComposeFile compose, String name, Set<String> found) {
        for (String other : compose.container(name).dependencies().keySet())
            if (found.add(other))
                addBefore(compose, other, found);
    }
}
