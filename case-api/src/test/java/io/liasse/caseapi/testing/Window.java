package io.liasse.caseapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One window of the browser on the running program. It notes all that the browser complains about: errors of scripts,
 * breaches of the content security policy, answers of 400 and above. Not for several threads.
 */
public final class Window implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screens");

    /** Looking at colours leaves empty style attributes behind, which htmx would carry over to new content. */
    private static final String WITHOUT_TRACES =
            "document.querySelectorAll('[style=\"\"]').forEach(each => each.removeAttribute('style'))";

    record Shape(int width, int height, boolean scripts) {}

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Shape shape;
    private final List<String> complaints = new ArrayList<>();
    private boolean inspecting;

    Window(Browser browser, Shape shape, String address) {
        this.address = address;
        this.shape = shape;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(shape.width(), shape.height())
                .setLocale("en-GB")
                .setJavaScriptEnabled(shape.scripts()));
        this.page = context.newPage();
        listen();
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complain(message.text());
            }
        });
        page.onPageError(this::complain);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complain(response.status() + " " + response.url());
            }
        });
    }

    private void complain(String what) {
        if (!inspecting) {
            complaints.add(page.url() + ": " + what);
        }
    }

    public Page page() {
        return page;
    }

    /** The keys, once the scripts of the page that is shown listen to them. */
    public Keyboard keyboard() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return page.keyboard();
    }

    /** Asks for the page, signs in where the program asks for it, and is on the page. */
    public Window signIn(String username, String path) {
        open(path);
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(RunningLiasse.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> url.startsWith(address + path));
        return this;
    }

    public Window open(String path) {
        page.navigate(address + path);
        return this;
    }

    /** The row of a waiting document: the list shows some at a time, oldest first, and those of other tests wait too. */
    public Locator inInbox(String title) {
        open("/inbox");
        Locator row = page.locator(".inbox-row", new Page.LocatorOptions().setHasText(title));
        Locator later = page.locator(".more a[href*=cursor]");
        while (row.count() == 0 && later.count() > 0) {
            open(later.getAttribute("href"));
        }
        return row;
    }

    /** Keeps a picture of the whole page and holds the page against the rules of axe; nothing may be wider than the window. */
    public void inspect(String name) {
        inspecting = true;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + shape.width() + ".png"))
                .setFullPage(shape.width() < 600));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isEqualTo(shape.width());
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        page.evaluate(WITHOUT_TRACES);
        inspecting = false;
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
