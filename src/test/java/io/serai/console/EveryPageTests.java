package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that no story walks through, each with something on it, wide and on a phone. */
class EveryPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final JdbcClient SQL = SERAI.sql();

    private static Browsing browsing;
    private static SampleHotel hotel;
    private static List<String> pages;

    @BeforeAll
    static void aHotelWithSomethingOnEachPage() {
        browsing = Browsing.begin();
        hotel = SampleHotel.another(SERAI.database());
        LocalDate today = LocalDate.now();
        hotel.sell(SERAI.database(), today, today.plusDays(10), 3, 120_00);
        SQL.sql(
                        "update room_nights set sold = 5 where room_type_id = ? and night = current_date + 3")
                .param(hotel.roomType())
                .update();
        SQL.sql(
                        """
                        insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, code, words, attempt_id)
                        values (?, ?, ?, datemultirange(daterange(current_date + 1, current_date + 4)), 'price', '120', 'TOO_LOW', 'The price lies below the least that this rate may cost', 1)
                        """)
                .params(hotel.id(), hotel.connection(), hotel.remoteRate())
                .update();
        int rule =
                key(
                        "insert into price_rules (hotel_id, position, name, percent, weekdays) values (?, 1, 'Weekend', 12, '{5,6}') returning id");
        int plan =
                key(
                        """
                        with terms as (insert into cancellation_policies (hotel_id, code, name, free_until_hours, penalty, penalty_value)
                                       values (?, 'FLEX', 'Flexible', 48, 'nights', 1) returning id, hotel_id)
                        update rate_plans p set cancellation_policy_id = t.id, meal_plan = 'Breakfast' from terms t where p.hotel_id = t.hotel_id returning p.id
                        """);
        int hook =
                key(
                        """
                        insert into hook_subscriptions (hotel_id, url, events, secret_sealed)
                        values (?, 'https://pms.casa-do-mar.example/a/rather/long/address/where/it/is/told', '{reservation.created,reservation.cancelled}', '') returning id
                        """);
        SQL.sql(
                        """
                        insert into hook_deliveries (hotel_id, subscription_id, event, state, tries, words, status, tried_at)
                        values (?, ?, 'ping', 'parked', 3, 'Connection refused by the system of the hotel, which was away', 503, now())
                        """)
                .params(hotel.id(), hook)
                .update();
        String of = "/hotels/" + hotel.id();
        String connection = of + "/connections/" + hotel.connection();
        pages =
                List.of(
                        "/engineer",
                        "/engineer/folders/bookingcom",
                        "/jobs",
                        "/audit",
                        "/people/chains",
                        "/people/credentials",
                        "/inbox/webhooks",
                        "/inbox/unmapped",
                        of + "/refused",
                        of + "/overbookings",
                        "/hotels",
                        of + "/rates/plans",
                        of + "/rates/plans/new",
                        of + "/rates/plans/" + plan,
                        of + "/rates/cancellation",
                        of + "/inventory/room-types",
                        of + "/inventory/room-types/" + hotel.roomType(),
                        of + "/rates/rules",
                        of + "/rates/rules?edit=" + rule,
                        of + "/connections/hooks",
                        of + "/connections/hooks/" + hook,
                        connection + "/webhooks",
                        connection + "/settings",
                        connection + "/turn",
                        of + "/content/policies",
                        of + "/content/facilities",
                        of + "/content/contacts",
                        of + "/content/plans",
                        of + "/content/products",
                        of + "/content/charges");
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void showsHawtioWithinTheFrame() {
        Page page = browsing.open(1280, 900, ColorScheme.LIGHT);
        Browsing.signIn(page, Visitor.user("engineer"));

        page.navigate("/engineer/routes");

        page.frameLocator("iframe.routes").locator("#root > *").first().waitFor();
        assertThat(page.locator("nav.sections [aria-current]").textContent()).isEqualTo("Routes");
        Axe.check(page);
        Browsing.picture(page, "engineer-routes");
    }

    @Test
    void canBeReadAndUsedByEverybodyWideAndOnAPhoneByDayAndByNight() {
        List<String> found = new ArrayList<>();
        Page page = browsing.open(1280, 844, ColorScheme.LIGHT);
        Browsing.signIn(page, Visitor.user("admin", hotel.id()));
        for (String path : pages) {
            page.setViewportSize(1280, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            var answer = page.navigate(path);
            if (answer == null || answer.status() != 200) {
                found.add(path + ": " + (answer == null ? "no answer" : answer.status()));
                continue;
            }
            found.addAll(Axe.paleIn(page));
            look(page, path, found);
            page.setViewportSize(390, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            found.addAll(Axe.found(page));
            look(page, path, found);
            Browsing.picture(
                    page,
                    "page"
                            + path.replaceAll("/hotels/[0-9]+|[0-9]+", "").replaceAll("[/?=]+", "-")
                            + "-390-dark");
            page.keyboard().press("Tab");
            if (!"skip".equals(page.evaluate("document.activeElement.className"))) {
                found.add(path + ": Tab does not reach the link to the content first");
            }
        }

        assertThat(found).isEmpty();
    }

    private static void look(Page page, String path, List<String> found) {
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        int seen = page.viewportSize().width;
        if (width > seen) {
            found.add(path + " at " + seen + ": " + width + " wide");
        }
    }

    private static int key(String sql) {
        return SQL.sql(sql).param(hotel.id()).query(Integer.class).single();
    }
}
