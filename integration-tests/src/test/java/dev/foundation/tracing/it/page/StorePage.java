package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.foundation.tracing.tracestore.TraceStore;

/** A page of the trace store in a browser, with what it complains of: errors of its scripts and of its policy, and dialogs. */
final class StorePage {

    private final TraceStore store;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    StorePage(TraceStore store, Page page) {
        this.store = store;
        this.page = page;
        page.onConsoleMessage(message -> {
            // That the store refuses what makes no sense is an answer, and the page shows it.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onDialog(this::refuse);
    }

    private void refuse(Dialog dialog) {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    void send(HandmadeTrace... traces) {
        for (HandmadeTrace trace : traces)
            trace.sendTo(URI.create("http://127.0.0.1:" + store.otlpHttpPort()));
    }

    int queryPort() {
        return store.queryPort();
    }

    /** Sends what the store must refuse. */
    void sendNonsense() {
        HttpRequest nonsense = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.otlpHttpPort() + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf").POST(BodyPublishers.ofString("nonsense")).build();
        int status = HttpClient.newHttpClient().sendAsync(nonsense, BodyHandlers.discarding()).join().statusCode();
        assertThat(status).isEqualTo(400);
    }

    void open(String path) {
        page.navigate("http://127.0.0.1:" + store.queryPort() + path);
    }

    /** Sends it and shows it. */
    void show(HandmadeTrace trace) {
        send(trace);
        open("/trace/" + trace.id());
        assertThat(rows().first()).isVisible();
    }

    Page page() {
        return page;
    }

    Locator rows() {
        return page.getByRole(AriaRole.TREEITEM);
    }

    /** The first row that has this text. */
    Locator row(String text) {
        return rows().filter(new FilterOptions().setHasText(text)).first();
    }

    Locator details() {
        return page.locator("aside.details");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void close() {
        page.close();
        assertThat(complaints).as("what the page complains of").isEmpty();
    }
}
