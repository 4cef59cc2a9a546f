package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.path.json.JsonPath;

/** A trace leaves the store as a file, and comes in as one. */
@ExtendWith(ShownStore.class)
class TraceFilesIT {

    private final HandmadeTrace trace = new HandmadeTrace();

    @TempDir
    Path folder;

    @Test
    void theExportedFileHasIdsInHexAndKindsAsNumbers(StorePage shown) {
        aTraceWithEverything();
        shown.show(trace);

        JsonPath file = JsonPath.from(export(shown).toFile());

        assertThat(file.getString("resourceSpans[0].scopeSpans[0].spans[0].traceId")).isEqualTo(trace.id());
        assertThat(file.getString("resourceSpans[0].scopeSpans[0].spans[0].spanId")).isEqualTo("0000000000000001");
        assertThat(file.getInt("resourceSpans[0].scopeSpans[0].spans[0].kind")).isEqualTo(SpanKind.SPAN_KIND_SERVER_VALUE);
        assertThat(file.getInt("resourceSpans[0].scopeSpans[0].spans[0].status.code")).isEqualTo(2);
        assertThat(file.getString("resourceSpans[0].scopeSpans[0].spans[0].links[0].traceId")).isEqualTo(trace.id());
    }

    @Test
    void whatWasExportedIsTheSameTraceInAnotherStore(StorePage shown) {
        aTraceWithEverything();
        shown.show(trace);
        Path file = export(shown);

        try (TraceStore other = TraceStore.start(TraceStoreOptions.onFreePorts())) {
            given().contentType("application/json").body(file.toFile())
                    .post("http://127.0.0.1:" + other.otlpHttpPort() + "/v1/traces").then().statusCode(200);

            assertThat(spans(other.queryPort())).isEqualTo(spans(shown.queryPort())).isNotNull();
        }
    }

    @Test
    void anImportedFileOpensAsItsTrace(StorePage shown) {
        aTraceWithEverything();
        shown.show(trace);
        Path file = export(shown);

        try (TraceStore other = TraceStore.start(TraceStoreOptions.onFreePorts())) {
            shown.page().navigate("http://127.0.0.1:" + other.queryPort());
            shown.page().getByLabel("Files of OTLP JSON").setInputFiles(file);

            assertThat(shown.row("POST /orders")).isVisible();
            assertThat(spans(other.queryPort())).isEqualTo(spans(shown.queryPort()));
            shown.open("/");
        }
    }

    @Test
    void aFileThatIsNoTraceIsRefusedWithItsName(StorePage shown) {
        shown.open("/");

        shown.page().getByLabel("Files of OTLP JSON")
                .setInputFiles(new FilePayload("holiday.json", "application/json", "[1, 2]".getBytes(StandardCharsets.UTF_8)));

        assertThat(shown.page().getByRole(AriaRole.ALERT)).containsText("holiday.json is no OTLP JSON");
    }

    private void aTraceWithEverything() {
        ByteString root = trace.span("orders", "POST /orders", ByteString.EMPTY, 0, 100,
                span -> span.setKind(SpanKind.SPAN_KIND_SERVER).setTraceState("vendor=1").setStatus(failed("no stock"))
                        .addAttributes(attribute("number", 1L << 60)).addAttributes(attribute("yes", true))
                        .addEvents(trace.event("order.accepted", 50, attribute("parcels", 2)))
                        .addLinks(Span.Link.newBuilder().setTraceId(trace.idBytes())
                                .setSpanId(ByteString.copyFromUtf8("elsewher"))
                                .addAttributes(attribute("why", "batch"))));
        trace.span("catalog", "product.find", root, 10, 20);
    }

    private Object spans(int port) {
        return given().accept("application/json").get("http://127.0.0.1:" + port + "/api/v2/traces/" + trace.id()).jsonPath()
                .get("trace.resourceSpans");
    }

    private Path export(StorePage shown) {
        Download download = shown.page().waitForDownload(
                () -> shown.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Export")).click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
