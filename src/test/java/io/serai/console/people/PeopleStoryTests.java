package io.serai.console.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin of very many hotels at the pages for people, in a real browser. */
class PeopleStoryTests {

    private static Browsing browsing;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void begin() {
        RunningSerai.shared()
                .sql()
                .sql(
                        "insert into hotels (code, name, time_zone, currency) select 'many-' || n, 'Caravan', 'UTC', 'EUR' from generate_series(1, 300) n")
                .update();
        browsing = Browsing.begin();
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
        RunningSerai.shared().sql().sql("delete from hotels where code like 'many-%'").update();
    }

    @Test
    void letsSomebodyInGivesThemAnotherPasswordAndSeesItInTheAudit() {
        Page page = signedIn(1280, ColorScheme.LIGHT);
        page.navigate("/people/users");
        page.getByText("Add a user").click();
        String login = "story-" + System.nanoTime();
        page.getByLabel("Login").fill(login);
        page.locator("#save").click();

        assertThat(page.locator("h1")).hasText(login);
        String first = page.locator("#secret").inputValue();
        page.locator("#renew").click();
        assertThat(page.locator("#secret")).not().hasValue(first);
        assertThat(page.locator("#renew")).isFocused();
        page.locator("select[name=role]").selectOption("viewer");
        page.locator("#save").click();
        assertThat(page.locator(".said")).hasText("It is saved, and holds from now on.");
        Browsing.picture(page, "people-user");
        Axe.check(page);

        page.navigate("/audit?hotel=none&subject=users&act=update");
        assertThat(page.locator("tbody tr").first()).containsText("role: operator → viewer");
        page.locator("#verify").click();
        assertThat(page.locator("#main")).containsText("written: ");
        Axe.check(page);
        assertThat(complaints).isEmpty();
    }

    @Test
    void findsOneOfVeryManyHotelsByKeyboardAlone() {
        Page page = signedIn(390, ColorScheme.LIGHT);
        page.navigate("/people/users");
        page.locator("#hotels summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-hotel")).isFocused();
        assertThat(page.locator("#near li")).hasCount(8);
        page.keyboard().type("Caravan");
        assertThat(page.locator("#near [role=status]")).hasText("300 hotels");
        Browsing.picture(page, "hotels-choice-390");
        Axe.check(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#hotels summary")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-hotel")).isFocused();
        page.keyboard().type("Caravan");
        page.keyboard().press("Enter");

        assertThat(page.locator("#hotels-title")).hasText("300 hotels");
        Browsing.picture(page, "hotels-390");
        page.locator("nav.pager a[rel=next]").click();
        page.locator("tbody th a").first().click();
        assertThat(page.locator("#hotels summary")).containsText("Caravan");
        assertThat(page.locator("h1")).isVisible();
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void namesAHotelByKeyboardOnPagesThatDoNotGrowWithTheirNumber() {
        Page page = signedIn(1280, ColorScheme.LIGHT);
        for (String at :
                List.of(
                        "/inbox",
                        "/inbox/alerts",
                        "/inbox/unmapped",
                        "/inbox/receivers",
                        "/people/users/new",
                        "/people/keys",
                        "/people/chains/new",
                        "/audit")) {
            page.navigate(at);
            int offered =
                    (int)
                            page.evaluate(
                                    "[...document.querySelectorAll('option, main label')].filter(it => (it.textContent + it.value).includes('Caravan')).length");
            assertThat(offered).as(at).isLessThan(20);
        }

        page.navigate("/people/chains/new");
        page.getByLabel("Code").fill("story-chain-" + System.nanoTime());
        page.getByLabel("Name").fill("Story");
        String number =
                RunningSerai.shared()
                        .sql()
                        .sql("select id::text from hotels where code = 'many-217'")
                        .query(String.class)
                        .single();
        page.getByLabel("Add hotel 1").focus();
        page.keyboard().type(number);
        assertThat(page.locator("#hotels-named option")).hasCount(1);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Caravan (" + number + ")")).isChecked();
        page.getByLabel("Add hotel 1").fill("Caravan");
        page.keyboard().press("Enter");
        assertThat(page.locator("#which-1")).containsText("and 288 more: write more of the name");
        page.getByLabel("Add hotel 1").fill("");
        Browsing.picture(page, "people-chain-listed");
        Axe.check(page);
        page.locator("#save").click();
        assertThat(page.locator(".said").first()).hasText("It is made.");
        assertThat(page.getByLabel("Caravan (" + number + ")")).isChecked();

        page.navigate("/people/users/new");
        page.getByLabel("Place 1", new Page.GetByLabelOptions().setExact(true)).fill(number);
        assertThat(page.locator("#places-named option[value='Caravan (" + number + ")']"))
                .hasCount(1);

        page.navigate("/inbox?hotel=Caravan");
        page.getByText("Several of your hotels match").waitFor();
        Browsing.picture(page, "inbox-which-hotel");
        Axe.check(page);
        assertThat(page.locator("#which-hotel"))
                .containsText("and 288 more: write more of the name");
        page.locator("#which-hotel a").first().click();
        assertThat(page.getByLabel("Hotel", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(java.util.regex.Pattern.compile("Caravan \\([0-9]+\\)"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void makesAKeyOnAnyScreenByDayAndByNight() {
        lookAround(1280, ColorScheme.LIGHT);
        lookAround(390, ColorScheme.DARK);

        assertThat(complaints).isEmpty();
    }

    private void lookAround(int width, ColorScheme colours) {
        Page page = signedIn(width, colours);
        String name = "story-" + width;
        page.navigate("/people/keys");
        page.getByLabel("Name").last().fill(name);
        page.getByLabel("at all hotels, those to come among them").check();
        page.locator("#more-hotels").scrollIntoViewIfNeeded();
        int scrolled = (int) page.evaluate("Math.round(scrollY)");
        page.getByLabel("Add hotel 1").fill("Hotel Nowhere");
        page.keyboard().press("Enter");
        assertThat(page.locator("#which-1")).isInViewport();
        assertThat((int) page.evaluate("Math.round(scrollY)")).isCloseTo(scrolled, within(200));
        page.getByLabel("Add hotel 1").fill("");
        page.locator("#make-key").click();
        assertThat(page.locator("#once")).containsText("The secret of " + name);
        assertThat(page.locator("#secret")).isInViewport();
        for (String at :
                List.of(
                        "/people/users",
                        "/people/users/new",
                        "/people/chains",
                        "/people/chains/new",
                        "/people/keys",
                        "/people/credentials",
                        "/audit?hotel=none")) {
            page.navigate(at);
            assertThat(page.locator("nav.tabs a[aria-current]")).isVisible();
            Browsing.picture(page, "people-" + width + at.replaceAll("[^a-z]", "-"));
            Axe.check(page);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(at)
                    .isLessThanOrEqualTo(width);
        }
        page.context().close();
    }

    private Page signedIn(int width, ColorScheme colours) {
        Page page = browsing.open(width, 844, colours);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")
                            && !message.text().contains("a status of 422")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("admin"));
        return page;
    }
}
