package io.serai.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of a hotel and of a chain, as pages and files. */
class ReportsPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final String DAYS = "?from=2026-05-01&to=2026-05-31";

    private static SampleHotel hotel;
    private static SampleHotel sister;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        hotel = SampleHotel.another(SERAI.database());
        sister = SampleHotel.another(SERAI.database());
        visitor = Visitor.signedIn(Visitor.user("operator", hotel.id(), sister.id()));
        Bookings.book(SERAI.sql(), hotel.id(), "direct", MAY.plusDays(2), 3, "1234.50");
        Bookings.book(SERAI.sql(), hotel.id(), "=inn", MAY.plusDays(9), 1, "100.00");
        Bookings.book(SERAI.sql(), hotel.id(), "direct", MAY.minusYears(1).plusDays(3), 1, "50.00");
        Bookings.book(SERAI.sql(), sister.id(), "direct", MAY.plusDays(4), 2, "10.00");
    }

    private static HttpResponse<String> page(String report) {
        return visitor.get("/hotels/" + hotel.id() + "/reports/" + report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookings",
                "revenue",
                "performance",
                "parity",
                "conversion",
                "reconciliation"
            })
    void showsEachReportWithWordsForAllItsFigures(String report) {
        HttpResponse<String> usual = page(report);
        HttpResponse<String> wide =
                page(report + DAYS + "&hotels=chain&per=" + per(report) + compare(report));

        assertThat(usual.statusCode()).isEqualTo(200);
        assertThat(wide.statusCode()).as(wide.body()).isEqualTo(200);
        assertThat(wide.body()).contains("What the figures mean").doesNotContain("role=\"alert\"");
    }

    private static String per(String report) {
        return switch (report) {
            case "reconciliation" -> "booking";
            case "parity" -> "";
            default -> "hotel,channel";
        };
    }

    private static String compare(String report) {
        return report.equals("parity") || report.equals("reconciliation")
                ? ""
                : "&compare=last-year";
    }

    @Test
    void tellsWhatRoomsEarnedBesideTheYearBefore() {
        String body = page("revenue" + DAYS + "&each=whole&compare=last-year").body();

        assertThat(body).contains("3,803.50<").contains("50.00, +7,507.00 %");
        assertThat(body)
                .contains("data-chart=\"{&quot;title&quot;:&quot;Room revenue&quot;")
                .contains("Room revenue divided by rooms sold");
    }

    @Test
    void keepsWhatIsChosenWhenAnotherPeriodIs() {
        String body = page("revenue" + DAYS + "&each=week&chart=adr&compare=last-year").body();

        assertThat(body)
                .containsPattern(
                        "href=\"[^\"]*each=week[^\"]*chart=adr[^\"]*\"[^>]*>Last 30 days</a>");
        assertThat(body)
                .contains("&quot;name&quot;:&quot;2026&quot;")
                .contains("&quot;name&quot;:&quot;2025&quot;")
                .doesNotContain("&quot;name&quot;:&quot;, ");
    }

    @Test
    void saysWhereToLookWhenNothingIsThere() {
        String empty = page("revenue?from=2031-05-01&to=2031-05-31").body();

        assertThat(empty)
                .contains("Nothing is there to tell of these days")
                .contains(">Next 90 days<");
        assertThat(empty).doesNotContain("data-chart");
    }

    @Test
    void addsUpTheChannelsAndCallsThemByName() {
        String body = page("performance" + DAYS + "&each=whole").body();

        assertThat(body).contains(">Direct<").contains(">all channels<");
        assertThat(body.substring(body.indexOf("<tfoot"))).contains("3,803.50");
    }

    @Test
    void addsUpAChainWhereItIsAskedFor() {
        String own = page("revenue" + DAYS + "&each=whole").body();
        String chain = page("revenue" + DAYS + "&each=whole&hotels=chain").body();

        assertThat(own).contains("3,803.50");
        assertThat(chain).contains("3,823.50");
    }

    @Test
    void writesTheSameLinesAsFiles() {
        HttpResponse<String> csv =
                page("bookings/file" + DAYS + "&by=stay&each=month&per=channel&format=csv");
        HttpResponse<String> sheet = page("bookings/file" + DAYS + "&format=xlsx");
        HttpResponse<String> json = page("bookings/file" + DAYS + "&by=stay&format=json");

        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"bookings-2026-05-01-2026-05-31.csv\"");
        assertThat(csv.body())
                .contains("2026-05-01,2026-05-31,direct,EUR,1,1,0,0,1,2,3,3703.50")
                .contains("'=inn");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).startsWith("PK");
        assertThat(json.body()).startsWith("{\"report\":\"bookings\"");
        assertThat(page("bookings/file" + DAYS + "&format=doc").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        HttpResponse<String> turned = page("bookings?from=2026-05-31&to=2026-05-01");
        HttpResponse<String> unreadable = page("bookings?from=soon&to=2026-05-01");

        assertThat(turned.statusCode()).isEqualTo(422);
        assertThat(turned.body())
                .contains("“1 May 2026” cannot be the last day: it has to be from 31 May 2026 to")
                .contains("value=\"2026-05-01\" aria-invalid=\"true\"");
        assertThat(unreadable.body())
                .contains("“soon” cannot be the first day: it has to be a day as YYYY-MM-DD");
        assertThat(page("weather").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAmountsToWhoWorksForTheHotelOrKeepsItsBooksAlone() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));
        Visitor books = Visitor.signedIn(Visitor.user("finance", hotel.id()));
        String reports = "/hotels/" + hotel.id() + "/reports";

        HttpResponse<String> first = viewer.get(reports + "/conversion");

        assertThat(viewer.get(reports).headers().firstValue("Location").orElseThrow())
                .endsWith("/reports/parity");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).doesNotContain("/reports/revenue");
        assertThat(viewer.get(reports + "/revenue").statusCode()).isEqualTo(403);
        assertThat(viewer.get(reports + "/revenue/file?format=csv").statusCode()).isEqualTo(403);
        assertThat(books.get(reports + "/revenue" + DAYS).statusCode()).isEqualTo(200);
        assertThat(books.get("/hotels/" + sister.id() + "/reports/revenue").statusCode())
                .isEqualTo(404);
    }
}
