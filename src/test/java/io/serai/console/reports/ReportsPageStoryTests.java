package io.serai.console.reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who looks at a hotel's reports, in a real browser. */
class ReportsPageStoryTests {

    private static final String PAINTED =
            """
            canvas => { const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let painted = 0; for (let i = 3; i < all.length; i += 4) { painted += all[i] > 0 ? 1 : 0; } return painted; }
            """;

    private static Browsing browsing;

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
    void drawsWhatTheTableSaysComparesAndExportsIt() {
        RunningSerai serai = RunningSerai.shared();
        SampleHotel hotel = SampleHotel.another(serai.database());
        LocalDate today = LocalDate.now();
        for (int month = 0; month < 24; month++) {
            LocalDate day = today.withDayOfYear(1).minusYears(1).plusMonths(month).plusDays(3);
            String price = 80 + 7 * (month % 12) + ".00";
            Bookings.book(serai.sql(), hotel.id(), "direct", day, 2 + month % 5, price);
            Bookings.book(serai.sql(), hotel.id(), "inn", day.plusDays(2), 3, price);
        }
        List<String> complaints = new ArrayList<>();
        Page page = browsing.open(1280, 900, ColorScheme.LIGHT);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("operator", hotel.id()));

        page.navigate("/hotels/" + hotel.id() + "/reports");
        page.locator("nav.tabs").getByText("Revenue").click();
        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        page.locator(".presets").getByText("This year").click();
        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(12);
        page.getByLabel("Against last year").check();
        page.getByLabel("A line for each").selectOption("channel");
        page.locator("form.filter button").click();

        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        assertThat((Integer) page.locator("#chart").evaluate(PAINTED)).isGreaterThan(2_000);
        assertThat(page.locator("main"))
                .containsText("Below each figure: the same of a year before");
        Axe.check(page);
        Browsing.picture(page, "reports-revenue-light");
        Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(csv.suggestedFilename()).startsWith("revenue-").endsWith(".csv");

        hold(serai, hotel, today);
        page.navigate("/hotels/" + hotel.id() + "/reports/parity");
        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        assertThat(page.locator("tbody")).containsText("Garden Double");
        Axe.check(page);
        Browsing.picture(page, "reports-parity-light");

        Page phone = browsing.open(390, 844, ColorScheme.DARK);
        Browsing.signIn(phone, Visitor.user("operator", hotel.id()));
        phone.navigate("/hotels/" + hotel.id() + "/reports/performance?each=whole");
        assertThat(phone.locator("canvas[data-drawn]")).isVisible();
        Browsing.picture(phone, "reports-performance-phone-dark");
        Axe.check(phone);
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(complaints).isEmpty();
    }

    /** Rooms and prices that a channel holds, which nobody tells it otherwise. */
    private static void hold(RunningSerai serai, SampleHotel hotel, LocalDate today) {
        serai.sql()
                .sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
        serai.sql()
                .sql(
                        """
                        insert into held_nights (remote_id, night, hotel_id, rooms, room_closed, closed, prices)
                        select r.id, cast(:today as date) + n, r.hotel_id, 3, false, false, '{123450}'
                          from ota_rate_plans r, generate_series(0, 5) n where r.hotel_id = :hotel
                        on conflict (remote_id, night) do update
                           set rooms = excluded.rooms, room_closed = false, closed = false, prices = excluded.prices, unknown = 0
                        """)
                .param("today", today)
                .param("hotel", hotel.id())
                .update();
    }
}
