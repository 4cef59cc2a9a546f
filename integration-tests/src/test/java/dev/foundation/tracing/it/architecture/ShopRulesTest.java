package dev.foundation.tracing.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

/** Rules 5 and 6 of the house: the four services, and the trace store. */
class ShopRulesTest {

    private static final String INGEST = "dev.foundation.tracing.tracestore.ingest..";
    private static final String TRACEQL = "dev.foundation.tracing.tracestore.traceql..";
    private static final String MODEL = "dev.foundation.tracing.tracestore.model..";
    private static final String QUERY = "dev.foundation.tracing.tracestore.query..";

    @Test
    void theServicesUseThePublicApiAlone() {
        noClasses().that().resideInAPackage(House.SHOP).should()
                .dependOnClassesThat(resideInAPackage("dev.foundation.tracing..")
                        .and(not(resideInAPackage(House.API))).and(not(resideInAPackage(House.CONTROL)))
                        .and(not(resideInAPackage(House.SHOP))))
                .check(House.CLASSES);
    }

    @Test
    void theServicesShareTheirFaultsAndDoNotKnowEachOther() {
        slices().matching("dev.foundation.tracing.shop.(*)..").should().notDependOnEachOther()
                .ignoreDependency(resideInAPackage(House.SHOP), resideInAPackage(House.FAULTS)).check(House.CLASSES);
    }

    @Test
    void trafficKnowsNothingOfTheShopButItsAddress() {
        noClasses().that().resideInAPackage(House.TRAFFIC).should().dependOnClassesThat(
                resideInAPackage("dev.foundation.tracing..").and(not(resideInAPackage(House.TRAFFIC)))).check(House.CLASSES);
    }

    @Test
    void theServicesCallEachOtherByTheRestClientAlone() {
        noClasses().that().resideInAPackage(House.SHOP).should().dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.http..", "io.vertx.ext.web.client..", "okhttp3..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.HttpURLConnection")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.vertx.core.http.HttpClient")
                .check(House.CLASSES);
    }

    @Test
    void inTheTraceStoreIngestAndQueryNeverSeeEachOther() {
        noClasses().that().resideInAPackage(INGEST).should().dependOnClassesThat().resideInAPackage(QUERY)
                .check(House.CLASSES);
        noClasses().that().resideInAPackage(QUERY).should().dependOnClassesThat().resideInAPackage(INGEST)
                .check(House.CLASSES);
    }

    @Test
    void traceQlSeesTheModelAlone() {
        classes().that().resideInAPackage(TRACEQL).should().onlyDependOnClassesThat()
                .resideInAnyPackage(TRACEQL, MODEL, "java..", "com.google.re2j..", "org.jspecify.annotations..")
                .check(House.CLASSES);
    }

    @Test
    void theTraceStoresPageNeedsNeitherIngestNorQuery() {
        noClasses().that().resideInAPackage("dev.foundation.tracing.tracestore.page..").should().dependOnClassesThat()
                .resideInAnyPackage(INGEST, QUERY).check(House.CLASSES);
    }

    @Test
    void protobufStopsAtIngest() {
        noClasses().that().resideInAPackage(House.TRACE_STORE).and().resideOutsideOfPackage(INGEST).should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.protobuf..", "com.google.rpc..", "io.opentelemetry.proto..")
                .check(House.CLASSES);
    }

    @Test
    void temposJsonStopsAtQuery() {
        noClasses().that().resideInAnyPackage("dev.foundation.tracing.tracestore.model..",
                "dev.foundation.tracing.tracestore.store..", INGEST).should()
                .dependOnClassesThat().resideInAnyPackage("io.vertx.core.json..", "com.fasterxml.jackson.databind..")
                .check(House.CLASSES);
    }

    @Test
    void otlpsJsonIsReadAtIngestAlone() {
        noClasses().that().resideInAPackage(House.TRACE_STORE).and().resideOutsideOfPackage(INGEST).should()
                .dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..").check(House.CLASSES);
    }

    @Test
    void theStoreAndItsModelKnowNothingOfTheNetwork() {
        noClasses().that().resideInAnyPackage("dev.foundation.tracing.tracestore.model..",
                "dev.foundation.tracing.tracestore.store..").should()
                .dependOnClassesThat().resideInAPackage("io.vertx..").check(House.CLASSES);
    }

    @Test
    void theTraceStoreIsPlainJavaAndDoesNotTraceItself() {
        classes().that().resideInAPackage(House.TRACE_STORE).should().onlyDependOnClassesThat()
                .resideInAnyPackage(House.TRACE_STORE, "java..", "io.vertx..", "io.netty..", "com.google.protobuf..",
                        "com.google.rpc..", "com.google.re2j..", "com.fasterxml.jackson.core..",
                        "io.opentelemetry.proto..", "org.jspecify.annotations..")
                .check(House.CLASSES);
    }

    @Test
    void theTraceStoreIsUsedByTestsDevModeAndDemoAlone() {
        noClasses().that(not(resideInAPackage(House.TRACE_STORE)).and(not(resideInAPackage(House.TEST)))
                .and(not(resideInAPackage(House.DEPLOYMENT))).and(not(resideInAPackage(House.DEMO)))).should()
                .dependOnClassesThat().resideInAPackage(House.TRACE_STORE).check(House.CLASSES);
    }
}
