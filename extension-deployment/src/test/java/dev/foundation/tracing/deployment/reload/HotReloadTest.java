package dev.foundation.tracing.deployment.reload;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** In dev mode: an annotation that is added, changed or removed counts from the next request on. */
class HotReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(Greeting.class));

    @Test
    void theSpanFollowsTheSource() {
        spanIsCalled("greeting.first");
        replace("greeting.first", "greeting.second");
        spanIsCalled("greeting.second");
        replace("@Traced(\"greeting.second\")", "");
        spanIsCalled("GET"); // the request's own, before its route is known
        replace("private static String span()", "@Traced private static String span()");
        spanIsCalled("greeting.span");
    }

    private static void replace(String old, String changed) {
        APPLICATION.modifySourceFile(Greeting.class, source -> source.replace(old, changed));
    }

    private static void spanIsCalled(String name) {
        when().get("/greeting").then().statusCode(200).body(equalTo(name));
    }
}
