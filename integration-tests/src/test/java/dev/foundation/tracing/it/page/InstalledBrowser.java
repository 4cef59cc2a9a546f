package dev.foundation.tracing.it.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** The Chromium or Chrome of this machine, driven by Playwright; nothing is downloaded. */
public final class InstalledBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
            "chrome");
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update", "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private InstalledBrowser(Path executable) {
        playwright = Playwright.create();
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** The test is left out where there is no browser. */
    public static InstalledBrowser open() {
        Optional<Path> executable = find();
        assumeTrue(executable.isPresent(), "left out: no Chromium or Chrome found; with one: "
                + "mvn verify -Dit.test=PagesIT -Dbrowser=/where/it/is");
        return new InstalledBrowser(executable.get());
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        Stream<Path> configured = Stream.ofNullable(System.getProperty("browser")).map(Path::of);
        Stream<Path> onThePath = NAMES.stream().flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name)));
        return Stream.concat(configured, onThePath).filter(Files::isExecutable).findFirst();
    }
}
