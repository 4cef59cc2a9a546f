package dev.foundation.tracing.tracestore.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;

class PageTest extends StoreTest {

    private static final Pattern REFERENCE = Pattern
            .compile("(?:\\bfrom\\s*|\\bimport\\s*|src=|href=)[\"']([./][^\"']*\\.\\w+)[\"']");

    @Test
    void everyModuleIsNamedAheadSoThatAllComeAtOnce() {
        String index = StoreClient.text(client.get("/"));

        assertThat(index).contains("<link rel=\"modulepreload\" href=\"/page/trace/waterfall.js\">").contains("lit-html");
        assertThat(index).doesNotContain("modulepreload\" href=\"/page/base/theme.js");
    }

    @Test
    void thePolicyAllowsNothingInlineAndNothingFromElsewhere() {
        HttpResponse<byte[]> page = client.get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElse("")).startsWith(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aDeepLinkShowsThePage() {
        byte[] page = client.get("/").body();

        assertThat(pages().map(path -> client.get(path).body())).allMatch(body -> Arrays.equals(body, page));
        assertThat(client.get("/trace/abc").body()).isEqualTo(page);
    }

    @Test
    void everyFileIsServedWithItsType() {
        for (String file : PageFiles.NAMES) {
            HttpResponse<byte[]> answer = client.get("/page/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).as(file)
                    .matches("text/(css|javascript).*|image/.*");
        }
    }

    @Test
    void everyImportedFileIsServed() {
        for (String address : addresses()) {
            Matcher found = REFERENCE.matcher(StoreClient.text(client.get(address)));
            while (found.find()) {
                String imported = URI.create(address).resolve(found.group(1)).toString();
                assertThat(client.get(imported).statusCode()).as("%s, from %s", imported, address).isEqualTo(200);
            }
        }
    }

    @Test
    void everyFileOfThePageIsListed() throws Exception {
        Path folder = Path.of("src/main/resources", PageFiles.class.getPackageName().split("\\."));
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> folder.relativize(file).toString()).filter(name -> !name.equals("index.html")))
                    .containsExactlyInAnyOrderElementsOf(PageFiles.NAMES);
        }
    }

    @Test
    void litIsServedFromHere() {
        assertThat(StoreClient.text(client.get(LitFiles.PATHS.get("lit-html")))).contains("Google LLC");
    }

    @Test
    void onlyLitMayMakeMarkup() {
        assertThat(client.get("/").headers().firstValue("content-security-policy").orElse(""))
                .endsWith("require-trusted-types-for 'script'; trusted-types lit-html").doesNotContain("unsafe");
    }

    @Test
    void textNeverBecomesMarkup() {
        for (String file : PageFiles.NAMES)
            assertThat(StoreClient.text(client.get("/page/" + file))).as(file)
                    .doesNotContain("unsafeHTML", "unsafeSVG", "unsafeStatic", "innerHTML", "outerHTML", "insertAdjacentHTML",
                            "document.write", "eval(");
    }

    @Test
    void noOtherFileIsServed() {
        assertThat(client.get("/page/PageRoutes.class").statusCode()).isEqualTo(404);
        assertThat(client.get("/page/../page/%2e%2e/TraceStore.class").statusCode()).isEqualTo(404);
    }

    @Test
    void aHeadRequestIsAnswered() {
        assertThat(client.send(client.query("/").method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
    }

    private static Stream<String> pages() {
        return Stream.of("/", "/map", "/compare/a/b");
    }

    private static List<String> addresses() {
        return Stream.concat(Stream.concat(pages(), LitFiles.PATHS.values().stream()),
                PageFiles.NAMES.stream().map(file -> "/page/" + file)).toList();
    }
}
