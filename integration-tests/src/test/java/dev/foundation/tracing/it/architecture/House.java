package dev.foundation.tracing.it.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The house as it stands: every module's main classes. */
final class House {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    static final String API = "dev.foundation.tracing";
    static final String CONTROL = API + ".control";
    static final String RUNTIME = API + ".runtime..";
    static final String DEPLOYMENT = API + ".deployment..";
    static final String TEST = API + ".test..";
    static final String TRACE_STORE = API + ".tracestore..";
    static final String SHOP = API + ".shop..";
    static final String DEMO = API + ".demo..";

    static final List<String> SERVICES = List.of("storefront", "catalog", "orders", "payments");

    private static final List<String> MODULES = List.of("extension", "extension-deployment", "extension-test",
            "services/trace-store", "services/storefront", "services/catalog", "services/orders", "services/payments",
            "services/demo");

    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(mainClasses());

    private House() {
    }

    private static Path[] mainClasses() {
        return MODULES.stream().map(House::mainClasses).toArray(Path[]::new);
    }

    private static Path mainClasses(String module) {
        Path classes = ROOT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes))
            throw new IllegalStateException(module + " is not compiled: run mvn verify from the root of the checkout");
        return classes;
    }

    /** @return the poms of all modules, without the root's */
    static Stream<Path> childPoms() {
        return Stream.concat(MODULES.stream(), Stream.of("services", "integration-tests"))
                .map(module -> ROOT.resolve(module).resolve("pom.xml"));
    }
}
