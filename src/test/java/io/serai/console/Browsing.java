package io.serai.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.RunningSerai;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser that is installed; {@code -Dserai.browser=…} names another. */
public final class Browsing implements AutoCloseable {

    /** Milliseconds; long, because a busy machine is slow. */
    private static final int PATIENCE = 45_000;

    private final Playwright playwright;
    private final Browser browser;

    private Browsing(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    /** Skips the test, with the reason, where there is no browser. */
    public static Browsing begin() {
        String named = System.getProperty("serai.browser", "");
        var program =
                Stream.of(
                                named,
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(
                program.isPresent(),
                "no browser at /usr/bin/chromium (expected: there, or named by -Dserai.browser)");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Browsing(program.get());
    }

    /** A page of its own session. */
    public Page open(int width, int height, ColorScheme colours) {
        Page page =
                browser.newContext(
                                new NewContextOptions()
                                        .setBaseURL(RunningSerai.shared().url())
                                        .setViewportSize(width, height)
                                        .setColorScheme(colours))
                        .newPage();
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
        return page;
    }

    /** Signs in and waits for the first page. */
    public static void signIn(Page page, String login) {
        page.navigate("/login");
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    /** Keeps what is seen as {@code target/screenshots/<name>.png}. */
    public static void picture(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
