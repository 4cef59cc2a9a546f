package dev.foundation.tracing.tracestore.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;

class PageTest extends StoreTest {

    @Test
    void thePolicyAllowsNothingInlineAndNothingFromElsewhere() {
        HttpResponse<byte[]> page = client.get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElse("")).startsWith(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aDeepLinkShowsThePage() {
        assertThat(client.get("/trace/abc").body()).isEqualTo(client.get("/").body());
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
        Pattern reference = Pattern.compile("from '\\./([^']+)'|(?:src|href)=\"/page/([^\"]+)\"");
        for (String file : PageFiles.NAMES) {
            Matcher found = reference.matcher(StoreClient.text(client.get("/page/" + file)));
            while (found.find())
                assertThat(PageFiles.NAMES).as(file).contains(found.group(1) == null ? found.group(2) : found.group(1));
        }
        Matcher found = reference.matcher(StoreClient.text(client.get("/")));
        while (found.find())
            assertThat(PageFiles.NAMES).contains(found.group(2));
    }

    @Test
    void textNeverBecomesMarkup() {
        for (String file : PageFiles.NAMES)
            assertThat(StoreClient.text(client.get("/page/" + file))).as(file)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
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
}
