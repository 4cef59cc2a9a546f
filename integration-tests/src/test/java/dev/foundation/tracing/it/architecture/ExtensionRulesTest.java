package dev.foundation.tracing.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.core.domain.JavaClass;

/** Rules 1 to 4 of the house: the API, its integrations, the build, and what woven code may call. */
class ExtensionRulesTest {

    @Test
    void theApiImportsOnlyTheJdkJSpecifyAndTheOpenTelemetryApi() {
        classes().that().resideInAnyPackage(House.API, House.CONTROL)
                .should().onlyDependOnClassesThat().resideInAnyPackage(House.API, House.CONTROL, "java..", "javax.net..",
                        "org.jspecify.annotations..", "io.opentelemetry.api..", "io.opentelemetry.context..")
                .check(House.CLASSES);
    }

    @Test
    void integrationsNeverImportEachOther() {
        slices().matching("dev.foundation.tracing.runtime.(cache|faulttolerance|http)..").should().notDependOnEachOther()
                .check(House.CLASSES);
        slices().matching("dev.foundation.tracing.deployment.(cache|faulttolerance|http)..").should()
                .notDependOnEachOther().allowEmptyShould(true).check(House.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({ "http, io.quarkus.vertx.http..", "http, io.vertx.ext..", "http, io.vertx.core.http..",
            "http, org.jboss.resteasy.reactive.client..", "http, org.eclipse.microprofile.rest.client..",
            "cache, io.quarkus.cache..",
            "faulttolerance, io.smallrye.faulttolerance..", "faulttolerance, org.eclipse.microprofile.faulttolerance.." })
    void anOptionalLibraryIsKnownToItsIntegrationAlone(String integration, String library) {
        noClasses().that().resideInAnyPackage(House.API, House.CONTROL, House.RUNTIME, House.DEPLOYMENT)
                .and().resideOutsideOfPackages("dev.foundation.tracing.runtime." + integration + "..",
                        "dev.foundation.tracing.deployment." + integration + "..")
                .should().dependOnClassesThat().resideInAPackage(library).check(House.CLASSES);
    }

    @Test
    void theBuildKnowsIntegrationsByNameSoThatTheyAreLoadedOnlyWhereTheirLibraryIs() {
        noClasses().that().resideInAPackage(House.DEPLOYMENT).should().dependOnClassesThat()
                .resideInAnyPackage("dev.foundation.tracing.runtime.cache..",
                        "dev.foundation.tracing.runtime.faulttolerance..", "dev.foundation.tracing.runtime.http..")
                .check(House.CLASSES);
    }

    @Test
    void theDeploymentModuleIsKnownToNobody() {
        noClasses().that(not(resideInAPackage(House.DEPLOYMENT))).should().dependOnClassesThat()
                .resideInAPackage(House.DEPLOYMENT).check(House.CLASSES);
    }

    @Test
    void theRuntimeIsKnownToTheDeploymentModuleAlone() {
        noClasses().that(not(resideInAnyPackage(House.RUNTIME, House.DEPLOYMENT))).should().dependOnClassesThat()
                .resideInAPackage(House.RUNTIME).check(House.CLASSES);
    }

    @Test
    void weavingCallsOneClassOfTheRuntimeOnly() {
        noClasses().that().resideInAPackage("dev.foundation.tracing.deployment.weaving..")
                .should().dependOnClassesThat(resideInAPackage(House.RUNTIME)
                        .and(not(JavaClass.Predicates.simpleName("Woven"))))
                .check(House.CLASSES);
    }
}
