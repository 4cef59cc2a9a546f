package dev.foundation.tracing.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Rule 7 of the house, and that version numbers stand in the root pom alone. */
class OrderRulesTest {

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.foundation.(**)").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common)[s]?(\\$.*)?").check(House.CLASSES);
    }

    @Test
    void aClassIsPublicOnlyIfItMustBe() {
        classes().that().arePublic().and().areTopLevelClasses().and()
                .resideOutsideOfPackages(House.API, House.CONTROL, "dev.foundation.tracing.test")
                .should(beNeededOutsideOfTheirPackage()).check(House.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in a package without @NullMarked"));
            }
        }).check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("childPoms")
    void versionNumbersStandInTheRootPomAlone(Path pom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList versions = document.getElementsByTagName("version");
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < versions.getLength(); i++) {
            Node owner = versions.item(i).getParentNode();
            owners.add(owner.getNodeName());
        }

        assertThat(owners).containsExactly("parent");
    }

    static Stream<Path> childPoms() {
        return House.childPoms();
    }

    private static ArchCondition<JavaClass> beNeededOutsideOfTheirPackage() {
        return new ArchCondition<>("be needed outside of their package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean needed = isUsedElsewhere(type) || isFoundByAFramework(type) || isFoundByName(type)
                        || isStarted(type);
                events.add(new SimpleConditionEvent(type, needed, type.getName() + " is public, but only its package uses it"));
            }
        };
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** Quarkus generates code for beans, recorders, build items and mappings in packages of its own. */
    private static boolean isFoundByAFramework(JavaClass type) {
        return type.getAnnotations().stream().map(annotation -> annotation.getRawType().getPackageName())
                .anyMatch(name -> name.startsWith("jakarta.") || name.startsWith("io.quarkus.")
                        || name.startsWith("io.smallrye.") || name.startsWith("org.eclipse.microprofile."))
                || type.isAssignableTo("io.quarkus.builder.item.BuildItem");
    }

    /** Providers of services, which the build registers, and what it makes by its name since the library is optional. */
    private static boolean isFoundByName(JavaClass type) {
        return type.isAssignableTo(UnaryOperator.class)
                || type.isAssignableTo("org.eclipse.microprofile.rest.client.spi.RestClientListener") || type.isAssignableTo(
                        "io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider");
    }

    private static boolean isStarted(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(m -> m.getName().equals("main") && m.getModifiers().contains(JavaModifier.STATIC));
    }
}
