package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the operator's pages of a large hotel take, from the first byte asked to the last one
 * got, beside a plain select of the same nights: 100 room types ({@code -Dbench.rooms}), four plans
 * each, 365 nights, all held by two channels, 2,000 bookings ({@code -Dbench.guests}).
 */
final class PagesBench {

    private static final int WARM = 5;
    private static final int RUNS = 40;
    private static final double BAR = 200;
    private static final int OPEN = 6;

    /** The nights that the report of parity may be about at most. */
    private static final int PARITY = 92;

    private static final List<String> REPORTS =
            List.of("bookings", "revenue", "performance", "parity", "conversion", "reconciliation");

    private final PrintStream out;

    PagesBench(PrintStream out) {
        this.out = out;
    }

    /** In a process of its own. */
    void run() throws IOException {
        BenchProcess.run(
                List.of(
                        "-Xmx768m",
                        "-Dbench.rooms=" + System.getProperty("bench.rooms", "100"),
                        "-Dbench.guests=" + System.getProperty("bench.guests", "2000")),
                PagesBench.class);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var serai =
                new SeraiHere(Path.of("target/bench/pages-" + ProcessHandle.current().pid()))) {
            new PagesBench(System.out).measure(serai);
        }
        System.exit(0);
    }

    private void measure(SeraiHere serai) throws IOException, InterruptedException {
        var house = new LargeHouse(serai.database().jdbc());
        int hotel = house.fill(Integer.getInteger("bench.rooms", 100));
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String base = "http://127.0.0.1:" + serai.port();
        signIn(http, base);
        int guests = Integer.getInteger("bench.guests", 2000);
        String booking = new HouseGuests(base, hotel, house.rooms()).book(guests);
        var table =
                new Table(out, "Pages          %s, %,d bookings".formatted(house.sizes(), guests));
        for (var page : pages(house, hotel, booking).entrySet()) {
            List<Double> took = new ArrayList<>();
            int bytes = 0;
            for (int run = -WARM; run < RUNS; run++) {
                long began = System.nanoTime();
                bytes = get(http, base + page.getValue());
                if (run >= 0) {
                    took.add((System.nanoTime() - began) / 1e6);
                }
            }
            double plain = house.select(page.getValue().contains("nights=31") ? 31 : 14, OPEN);
            var spread = Spread.of(took);
            table.atMost(page.getKey(), BAR, "ms", took, "");
            table.note(
                    "  p99 %.0f ms; %,d bytes; %.1f times a plain select of its nights, %.1f ms"
                            .formatted(
                                    spread.percentile(99),
                                    bytes,
                                    spread.percentile(50) / plain,
                                    plain));
        }
    }

    private static Map<String, String> pages(LargeHouse house, int hotel, String booking) {
        String of = "/hotels/" + hotel + "/";
        String night = "nights/" + LocalDate.now(ZoneOffset.UTC).plusDays(20);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("today", of + "today");
        pages.put("bookings", of + "bookings");
        pages.put("a booking", of + "bookings/" + booking);
        pages.put(
                "bookings of a month",
                of + "bookings?from=" + house.day(0) + "&to=" + house.day(30));
        pages.put("rates, 14 nights, 6 room types open", of + "rates");
        pages.put("rates, 31 nights, 6 room types open", of + "rates?nights=31");
        pages.put("a price's story", of + "products/" + house.product() + "/" + night + "/story");
        pages.put("inventory, 14 nights, 6 room types open", of + "inventory");
        pages.put("inventory, 31 nights, 6 room types open", of + "inventory?nights=31");
        pages.put("overbookings", of + "overbookings");
        pages.put("refused values", of + "refused");
        pages.put("content of the property", of + "content/property");
        pages.put("content of rooms", of + "content/rooms");
        pages.put("photos", of + "content/photos");
        pages.put("connections", of + "connections");
        pages.put("a connection", of + "connections/" + house.connection());
        pages.put("its mapping", of + "connections/" + house.connection() + "/mapping");
        for (String report : REPORTS) {
            pages.put("report " + report, of + "reports/" + report);
        }
        String longest = "?from=" + house.day(0) + "&to=" + house.day(PARITY - 1);
        pages.put("report parity, 92 nights", of + "reports/parity" + longest);
        pages.put("its chart", of + "reports/parity/chart" + longest);
        pages.put(
                "report parity, 92 nights, what differs",
                of + "reports/parity" + longest + "&only=differing");
        pages.put(
                "the chart of what differs",
                of + "reports/parity/chart" + longest + "&only=differing");
        pages.put("inbox", "/inbox");
        pages.put("jobs", "/jobs");
        pages.put("audit", "/audit");
        pages.put("engineer", "/engineer");
        return pages;
    }

    private static void signIn(HttpClient http, String base)
            throws IOException, InterruptedException {
        String page = send(http, HttpRequest.newBuilder(URI.create(base + "/login"))).body();
        String token = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        String form =
                "username=admin&password="
                        + Stage.PASSWORD
                        + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8);
        send(
                http,
                HttpRequest.newBuilder(URI.create(base + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static int get(HttpClient http, String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(http, HttpRequest.newBuilder(URI.create(url)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    url + ": " + answer.statusCode() + " (expected: 200, signed in)");
        }
        return answer.body().length();
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
