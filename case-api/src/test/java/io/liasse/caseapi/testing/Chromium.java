package io.liasse.caseapi.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine, without window, for one test class; close it at the end. Not for several threads. */
public final class Chromium implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

    /** Milliseconds: two cores that read, compile and show at once take longer than a desk does. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(OPTIONS));
        return new Chromium(playwright, browser);
    }

    /** A window of its own, with its own cookies, at a desk. */
    public Window desk(String address) {
        return new Window(browser, new Window.Shape(1440, 960, true), address);
    }

    /** The same on a phone. */
    public Window phone(String address) {
        return new Window(browser, new Window.Shape(390, 844, true), address);
    }

    /** The same at a desk, with scripts switched off. */
    public Window withoutScripts(String address) {
        return new Window(browser, new Window.Shape(1440, 960, false), address);
    }

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install chromium: these tests look at real pages"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
