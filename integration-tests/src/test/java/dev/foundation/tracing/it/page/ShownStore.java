package dev.foundation.tracing.it.page;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;

/**
 * A trace store in this process and a browser, both for all tests; each test gets a page of its own, which may not complain.
 */
public final class ShownStore implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StorePage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Both both = context.getRoot().getStore(GLOBAL).computeIfAbsent(Both.class, key -> Both.open(), Both.class);
        return context.getStore(GLOBAL).computeIfAbsent(StorePage.class, key -> both.page());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        StorePage page = context.getStore(GLOBAL).remove(StorePage.class, StorePage.class);
        if (page != null)
            page.close();
    }

    private record Both(TraceStore store, InstalledBrowser browser) implements AutoCloseable {

        static Both open() {
            // A busy machine is slow, not wrong.
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
            InstalledBrowser browser = InstalledBrowser.open();
            return new Both(TraceStore.start(TraceStoreOptions.onFreePorts()), browser);
        }

        StorePage page() {
            return new StorePage(store,
                    browser.browser().newPage(new NewPageOptions().setViewportSize(1400, 900).setAcceptDownloads(true)));
        }

        @Override
        public void close() {
            browser.close();
            store.close();
        }
    }
}
