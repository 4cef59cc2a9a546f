package dev.foundation.tracing.it.compose;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The image of the four services and of the traffic. */
final class ImageRules {

    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
    private static final Pattern MODULES = Pattern.compile("mvn .*-pl (\\S+)");

    private ImageRules() {
    }

    static Stream<String> copiedFilesExist(Checkout checkout) {
        return COPY.matcher(checkout.text("services/Dockerfile")).results()
                .flatMap(copy -> Arrays.stream(copy.group(1).split(" ")))
                .filter(source -> !source.contains("/target/"))
                .flatMap(source -> checkout.compose().programs().stream()
                        .map(program -> source.replace("${SERVICE}", program)).distinct())
                .filter(source -> !Files.exists(checkout.file(source))).map(source -> source + " is copied, but missing");
    }

    static Stream<String> allThatIsRunIsBuilt(Checkout checkout) {
        List<String> built = MODULES.matcher(checkout.text("services/Dockerfile")).results()
                .flatMap(modules -> Arrays.stream(modules.group(1).split(","))).toList();
        return checkout.compose().programs().stream().filter(program -> !built.contains("services/" + program))
                .map(program -> "services/Dockerfile does not build " + program);
    }

    static Stream<String> whatIsAlreadyBuiltIsSentToDocker(Checkout checkout) {
        return checkout.text(".dockerignore").contains("\n!services/*/target/quarkus-app\n") ? Stream.empty()
                : Stream.of(".dockerignore leaves out what is already built");
    }

    static Stream<String> itRunsAsAnOrdinaryUserThatSignalsReach(Checkout checkout) {
        String last = checkout.text("services/Dockerfile");
        return Stream.of("\nUSER [1-9]\\d+\n", "\nENTRYPOINT \\[\"java\", ", "\nHEALTHCHECK .* CMD \\[\"")
                .filter(line -> !Pattern.compile(line).matcher(last).find())
                .map(line -> "services/Dockerfile has no line like " + line.strip());
    }
}
