package dev.foundation.tracing.it.compose;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.foundation.tracing.it.configuration.ServiceSettings;
import dev.foundation.tracing.it.configuration.Yaml;

/** What keeps a laptop's shop on the laptop, and small. */
final class SafetyRules {

    private static final int MOST_MEMORY = 4096;
    private static final Pattern EXACT_VERSION = Pattern.compile("[a-z0-9/-]+:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern BASE_IMAGE = Pattern.compile("(?m)^FROM (\\S+:\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("SHOP_DB_PASSWORD:-([^}]+)}");

    private SafetyRules() {
    }

    static Stream<String> nothingIsPublishedButToThisMachine(Checkout checkout) {
        return checkout.compose().containers().stream().flatMap(container -> container.published().stream()
                .filter(published -> !published.address().equals("127.0.0.1"))
                .map(published -> container.name() + " is published on " + published.address()));
    }

    static Stream<String> noPortIsPublishedTwice(Checkout checkout) {
        long published = checkout.compose().containers().stream().mapToLong(container -> container.published().size()).sum();
        return published == checkout.compose().publishedPorts().size() ? Stream.empty()
                : Stream.of("a port is published twice");
    }

    static Stream<String> imagesAreOfAnExactVersion(Checkout checkout) {
        Stream<String> run = checkout.compose().containers().stream().filter(container -> container.service().isEmpty())
                .map(Container::image);
        Stream<String> bases = BASE_IMAGE.matcher(checkout.text("services/Dockerfile")).results().map(base -> base.group(1));
        return Stream.concat(run, bases).filter(image -> !EXACT_VERSION.matcher(image).matches())
                .map(image -> "'" + image + "' may be another image tomorrow");
    }

    static Stream<String> allTogetherFitsInFourGiB(Checkout checkout) {
        int sum = checkout.compose().containers().stream().mapToInt(Container::memoryLimit).sum();
        return sum <= MOST_MEMORY ? Stream.empty() : Stream.of("all together may take " + sum + " MiB");
    }

    static Stream<String> everyContainerHasItsLimits(Checkout checkout) {
        return checkout.compose().containers().stream()
                .filter(container -> container.memoryLimit() == 0
                        || container.definition().at("/logging/options/max-size").isMissingNode())
                .map(container -> container.name() + " has no limit to its memory or its log");
    }

    static Stream<String> noContainerGetsMoreRights(Checkout checkout) {
        return checkout.compose().containers().stream()
                .filter(container -> !Yaml.texts(container.definition().path("security_opt")).toList()
                        .contains("no-new-privileges:true") || container.definition().has("privileged"))
                .map(container -> container.name() + " may get more rights");
    }

    static Stream<String> servicesCannotChangeTheirFiles(Checkout checkout) {
        return checkout.compose().containers().stream().filter(container -> container.service().isPresent())
                .filter(container -> !container.definition().path("read_only").asBoolean())
                .map(container -> container.name() + " can change its files");
    }

    static Stream<String> thePasswordIsKnownNowhereElse(Checkout checkout) {
        String password = PASSWORD.matcher(checkout.text("docker-compose.yml")).results().findFirst().orElseThrow().group(1);
        Stream<String> sources = ServiceSettings.SERVICES.stream().map(service -> "services/" + service + "/src/main");
        return Stream.concat(Stream.of("k8s", "services/Dockerfile"), sources).flatMap(checkout::filesBelow)
                .filter(file -> Checkout.text(file).contains(password))
                .map(file -> file.getFileName() + " contains the password of docker-compose.yml");
    }
}
