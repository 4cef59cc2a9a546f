package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * Whoever may send spans may write anything into them: it is shown as it is, and never runs. A page on which something
 * runs, or tries to, complains and fails its test.
 */
@ExtendWith(ShownStore.class)
class HostileTextIT {

    static final List<String> ATTACKS = List.of("<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
            "\"><svg onload=alert(1)>", "javascript:alert(1)", "</title><iframe srcdoc='<script>alert(1)</script>'>",
            "${alert(1)}{{alert(1)}}<!--?lit$1$-->");

    private final HandmadeTrace trace = new HandmadeTrace();

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void everyTextOfASpanIsShownAsItIs(String attack, StorePage shown) {
        hostileSpan(trace, attack);
        shown.show(trace);

        assertThat(shown.rows().first()).containsText(attack);
        shown.rows().first().click();
        for (String field : List.of("name", "message", "key", "value", "event", "event.key", "event.value", "link.key",
                "link.value",
                "resource.key", "resource.value", "scope", "scope.version", "state"))
            assertThat(shown.details()).containsText(field + attack);
        assertThat(shown.page().locator(".trace-head")).containsText("service" + attack);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void everyTextOfComparedSpansIsShownAsItIs(String attack, StorePage shown) {
        HandmadeTrace other = new HandmadeTrace();
        hostileSpan(trace, attack);
        hostileSpan(other, attack + attack);
        shown.send(trace, other);
        shown.open("/compare/" + trace.id() + "/" + other.id());

        assertThat(shown.rows().first()).containsText("name" + attack);
        shown.rows().first().click();
        assertThat(shown.details()).containsText("value" + attack);
        assertThat(shown.details()).containsText("message" + attack);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void anIdThatIsNoneIsShownAsItIs(String attack, StorePage shown) {
        shown.open("/trace/" + URLEncoder.encode(attack, UTF_8).replace("+", "%20"));

        assertThat(shown.page().locator(".message")).containsText(attack);
    }

    private static void hostileSpan(HandmadeTrace trace, String attack) {
        Span.Builder span = Span.newBuilder().setTraceId(trace.idBytes()).setSpanId(ByteString.copyFromUtf8("12345678"))
                .setName("name" + attack).setTraceState("state" + attack).setStartTimeUnixNano(trace.at(0))
                .setEndTimeUnixNano(trace.at(10))
                .setStatus(failed("message" + attack)).addAttributes(attribute("key" + attack, "value" + attack))
                .addAttributes(attribute("cache.name", attack)).addAttributes(attribute("cache.hit", true))
                .addAttributes(attribute("retry.attempt", attack)).addAttributes(attribute("batch.size", attack))
                .addEvents(trace.event("event" + attack, 5, attribute("event.key" + attack, "event.value" + attack)))
                .addLinks(Span.Link.newBuilder().setTraceId(trace.idBytes()).setSpanId(ByteString.copyFromUtf8("87654321"))
                        .addAttributes(attribute("link.key" + attack, "link.value" + attack)));
        Resource resource = Resource.newBuilder().addAttributes(attribute("service.name", "service" + attack))
                .addAttributes(attribute("resource.key" + attack, "resource.value" + attack)).build();
        trace.add(resource, span);
        trace.scope(resource, InstrumentationScope.newBuilder().setName("scope" + attack).setVersion("scope.version" + attack));
    }
}
