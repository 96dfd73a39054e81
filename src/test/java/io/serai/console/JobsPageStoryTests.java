package io.serai.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody at the page of jobs, in a real browser. */
class JobsPageStoryTests {

    private static final SampleHotel HOTEL = SampleHotel.another(RunningSerai.shared().database());

    private static Browsing browsing;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void begin() {
        browsing = Browsing.begin();
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void runsAJobNowAndSaysSoWhereTheButtonWasPressed() {
        Page page = signedIn("engineer", 1280, ColorScheme.LIGHT);

        page.locator("nav a[href='/jobs']").click();
        assertThat(page.locator("h1")).hasText("Jobs");
        assertThat(page.getByText("Europe/Lisbon").first()).isVisible();
        Locator row = page.locator("#job-purge");
        assertThat(row).containsText("every hour, 07 minutes past, UTC");
        Locator button = page.getByLabel("Run now: purge");
        button.click();

        assertThat(row.locator(".said")).hasText("It runs now.");
        assertThat(row.locator("#last-purge .pill")).hasText(Pattern.compile("done|nothing to do"));
        assertThat(row.locator("#last-purge")).containsText("originals");
        assertThat(button).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void pausesAJobForAnEngineer() {
        Page page = signedIn("engineer", 1280, ColorScheme.LIGHT);
        page.navigate("/jobs");

        page.getByLabel("Pause: read-back").click();
        assertThat(page.locator("#said-read-back")).hasText("It is paused.");
        assertThat(page.locator("#next-read-back")).hasText("paused");
        page.getByLabel("Resume: read-back").click();

        assertThat(page.locator("#said-read-back")).hasText("It runs at its times again.");
        assertThat(page.locator("#next-read-back")).not().hasText("paused");
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysWhereItWasAskedForThatSomethingDidNotWork() {
        Page page = signedIn("engineer", 1280, ColorScheme.LIGHT);
        page.navigate("/jobs");
        Locator said = page.locator("#acts-products .undone");

        page.route(
                "**/jobs/products/run*",
                route -> route.fulfill(new FulfillOptions().setStatus(500)));
        page.getByLabel("Run now: products").click();
        assertThat(said).hasText("That did not work. The log of Serai says why.");
        page.unroute("**/jobs/products/run*");
        page.route("**/jobs/products/run*", Route::abort);
        page.getByLabel("Run now: products").click();

        assertThat(said).hasText("Serai does not answer. Load the page anew to see what was done.");
    }

    @Test
    void keepsWhatItShowsCurrentWhereTheFilterDoesNotMeanItAnyMore() {
        Page page = signedIn("engineer", 1280, ColorScheme.LIGHT);
        page.navigate("/jobs?q=rates");
        page.getByLabel("Pause: rates").click();
        assertThat(page.locator("#next-rates")).hasText("paused");
        page.navigate("/jobs?q=rates&state=paused");

        page.getByLabel("Resume: rates").click();

        assertThat(page.locator("#said-rates")).hasText("It runs at its times again.");
        assertThat(page.locator("#next-rates")).not().hasText("paused");
        assertThat(complaints).isEmpty();
    }

    @Test
    void leadsBackToWhatWasLookedForWithoutScripts() {
        Visitor visitor = Visitor.signedIn(Visitor.user("engineer", HOTEL.id()));
        String list = "/jobs?q=products&sort=job-last&state=paused";
        visitor.get("/jobs");
        visitor.post("/jobs/products/pause", Map.of());

        String page = visitor.get(list).body();
        var done =
                visitor.post("/jobs/products/resume" + list.substring("/jobs".length()), Map.of());

        assertThat(page)
                .contains(
                        "action=\"/jobs/products/resume?q=products&amp;state=paused&amp;sort=job-last\"");
        assertThat(done.headers().firstValue("Location").orElse(""))
                .endsWith(list + "#job-products");
        assertThat(visitor.get(list).body()).contains("products: It runs at its times again.");
    }

    @Test
    void worksWithoutScripts() {
        Visitor visitor = Visitor.signedIn(Visitor.user("engineer", HOTEL.id()));
        visitor.get("/jobs");

        assertThat(visitor.post("/jobs/stock-check/run", Map.of()).statusCode()).isEqualTo(302);

        assertThat(visitor.get("/jobs").body()).containsAnyOf("It runs now.", "It runs already.");
        assertThat(visitor.post("/jobs/tea/run", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheJobsThatAreLookedForInTheOrderThatItsAddressAsksFor() {
        Visitor visitor = Visitor.signedIn(Visitor.user("operator", HOTEL.id()));

        String found = visitor.get("/jobs?q=PURGE").body();
        String turned = visitor.get("/jobs?sort=job-last").body();

        assertThat(found).contains("id=\"job-purge\"").doesNotContain("id=\"job-read-back\"");
        assertThat(turned).contains("aria-sort=\"descending\"");
        assertThat(turned.indexOf("id=\"job-read-back\""))
                .isLessThan(turned.indexOf("id=\"job-purge\""));
        assertThat(visitor.get("/jobs?q=tea").body()).contains("No job matches");
    }

    @Test
    void showsWhoOperatesNoButtons() {
        Visitor visitor = Visitor.signedIn(Visitor.user("operator", HOTEL.id()));

        assertThat(visitor.get("/jobs").body())
                .contains("job-purge")
                .doesNotContain("Run now", "Pause: ");
        assertThat(visitor.post("/jobs/stock-check/run", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/jobs/stock-check/pause", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void canBeLookedAtOnAnyScreenByDayAndByNight() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                Page page = signedIn("engineer", width, colours);
                page.navigate("/jobs");
                assertThat(page.locator("#job-rates")).isVisible();
                Browsing.picture(
                        page,
                        "jobs-" + width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT));
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                page.context().close();
            }
        }
    }

    private Page signedIn(String role, int width, ColorScheme colours) {
        Page page = browsing.open(width, 844, colours);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user(role, HOTEL.id()));
        return page;
    }
}
