package dev.foundation.tracing.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The house as it stands, read from every module's class files. */
final class House {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    static final String API = "dev.foundation.tracing";
    static final String CONTROL = API + ".control";
    static final String RUNTIME = API + ".runtime..";
    static final String DEPLOYMENT = API + ".deployment..";
    static final String TEST = API + ".test..";
    static final String TRACE_STORE = API + ".tracestore..";
    static final String SHOP = API + ".shop..";
    static final String FAULTS = API + ".shop.faults..";
    static final String TRAFFIC = API + ".traffic..";
    static final String DEMO = API + ".demo..";

    static final List<String> SERVICES = List.of("storefront", "catalog", "orders", "payments");

    private static final List<String> MODULES = List.of("extension", "extension-deployment", "extension-test",
            "services/trace-store", "services/storefront", "services/catalog", "services/orders", "services/payments",
            "services/faults", "services/traffic", "services/demo");

    /** The main classes; who uses them is known for tests too. */
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(classFiles())
            .that(describe("are main classes", House::isMain));

    private House() {
    }

    private static boolean isMain(JavaClass type) {
        // Quarkus's annotation processor generates the accessors.
        return !type.getName().endsWith("$$accessor")
                && type.getSource().orElseThrow().getUri().toString().contains("/target/classes/");
    }

    private static List<Path> classFiles() {
        return Stream.concat(MODULES.stream(), Stream.of("integration-tests")).flatMap(House::classFiles).toList();
    }

    private static Stream<Path> classFiles(String module) {
        Path target = ROOT.resolve(module).resolve("target");
        if (MODULES.contains(module) && !Files.isDirectory(target.resolve("classes")))
            throw new IllegalStateException(module + " is not compiled: run mvn verify from the root of the checkout");
        return Stream.of("classes", "test-classes").map(target::resolve).filter(Files::isDirectory);
    }

    /** @return the poms of all modules, without the root's */
    static Stream<Path> childPoms() {
        return Stream.concat(MODULES.stream(), Stream.of("services", "integration-tests", "integration-tests/junit5"))
                .map(module -> ROOT.resolve(module).resolve("pom.xml"));
    }
}
