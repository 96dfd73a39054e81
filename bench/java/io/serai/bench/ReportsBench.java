package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long each report takes to answer, from the first byte asked to the last one got, of a chain
 * of 50 hotels with 1,000,000 reservations ({@code -Dbench.bookings} scales it); and what counting
 * a booking for them costs whoever changes it.
 */
final class ReportsBench {

    private static final int RUNS = 5;
    private static final int CHANGES = 20;
    private static final double BAR = 2;

    private final PrintStream out;

    ReportsBench(PrintStream out) {
        this.out = out;
    }

    /** In a process of its own. */
    void run() throws IOException {
        BenchProcess.run(
                List.of(
                        "-Xmx1g",
                        "-Dbench.bookings=" + System.getProperty("bench.bookings", "1000000")),
                ReportsBench.class);
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        try (var serai =
                new SeraiHere(Path.of("target/bench/reports-" + ProcessHandle.current().pid()))) {
            new ReportsBench(System.out).measure(serai);
        }
        System.exit(0);
    }

    private void measure(SeraiHere serai) throws IOException, InterruptedException, SQLException {
        var hotels = new BookedHotels(serai.database());
        hotels.fill(Integer.parseInt(System.getProperty("bench.bookings", "1000000")));
        long began = System.nanoTime();
        hotels.count();
        double counted = seconds(began);
        var table = new Table(out, "Reports        " + hotels.sizes());
        table.note("all bookings counted anew, and vacuum: %.1f s".formatted(counted));
        double slowest = 0;
        for (var question : questions(hotels).entrySet()) {
            List<Double> took = new ArrayList<>();
            int bytes = 0;
            double before = processorTime(serai);
            for (int run = 0; run <= RUNS; run++) {
                long asked = System.nanoTime();
                bytes = ask(serai.port(), question.getValue());
                if (run > 0) {
                    took.add(seconds(asked));
                    slowest = Math.max(slowest, seconds(asked));
                }
            }
            table.atMost(question.getKey(), BAR, "s", took, "");
            table.note(
                    "  %,d bytes; %.2f s of processor time of Serai and its database"
                            .formatted(bytes, (processorTime(serai) - before) / (RUNS + 1)));
        }
        table.note("the slowest answer of all: %.2f s".formatted(slowest));
        cost(serai, hotels, table);
    }

    /** What a change of a booking takes with and without the counting. */
    private static void cost(SeraiHere serai, BookedHotels hotels, Table table)
            throws SQLException {
        double[] took = new double[2];
        try (var connection = serai.database().getConnection()) {
            var session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var firsts = hotels.firsts();
            hotels.change(session, firsts, 0);
            for (int round = 1; round <= 2 * CHANGES; round++) {
                hotels.counting(round % 2 == 0);
                long began = System.nanoTime();
                hotels.change(session, firsts, round);
                took[round % 2] += seconds(began);
            }
        }
        hotels.counting(true);
        table.note(
                "a change of a booking by one statement: %.2f ms, of that %.2f ms for the reports"
                        .formatted(
                                took[0] * 1000 / CHANGES / BookedHotels.HOTELS,
                                (took[0] - took[1]) * 1000 / CHANGES / BookedHotels.HOTELS));
    }

    private static Map<String, String> questions(BookedHotels hotels) {
        LocalDate today = hotels.today();
        String year = "from=" + today.minusDays(365) + "&to=" + today.minusDays(1);
        String all = "from=" + today.minusDays(730) + "&to=" + today.plusDays(365);
        String one = "&hotel=" + hotels.hotel();
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("bookings, chain, 3 years by month", "bookings?" + all);
        questions.put(
                "bookings by stay, per channel, last year",
                "bookings?by=stay&per=channel&compare=last-year&" + year);
        questions.put("revenue, chain, a year, last year", "revenue?compare=last-year&" + year);
        questions.put(
                "revenue, 3 years, per hotel and channel", "revenue?per=hotel,channel&" + all);
        questions.put(
                "revenue, a hotel by day, last year",
                "revenue?each=day&compare=last-year&" + year + one);
        questions.put(
                "revenue, hotels by day as CSV", "revenue?each=day&per=hotel&format=csv&" + year);
        questions.put(
                "performance, chain, a year, last year", "performance?compare=last-year&" + year);
        questions.put(
                "performance, per hotel, as XLSX", "performance?per=hotel&format=xlsx&" + year);
        questions.put(
                "conversion, chain, a year, last year", "conversion?compare=last-year&" + year);
        questions.put(
                "conversion by arrival, per hotel", "conversion?by=arrival&per=hotel&" + year);
        questions.put(
                "parity, a hotel, 92 nights",
                "parity?from=" + today + "&to=" + today.plusDays(91) + one);
        questions.put("parity, chain, a week", "parity?from=" + today + "&to=" + today.plusDays(6));
        questions.put("reconciliation, a hotel, a year by month", "reconciliation?" + year + one);
        questions.put("reconciliation, chain, a year by month", "reconciliation?" + year);
        questions.put(
                "reconciliation, chain, a month by channel",
                "reconciliation?per=channel&from="
                        + today.minusDays(30)
                        + "&to="
                        + today.minusDays(1));
        return questions;
    }

    private static int ask(int port, String question) throws IOException, InterruptedException {
        String login = "admin:" + Stage.PASSWORD;
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:%d/api/reports/%s"
                                                                .formatted(port, question)))
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        login.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                        .build(),
                                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    question + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body().length;
    }

    /** What a busy machine does not blur. */
    private static double processorTime(SeraiHere serai) {
        return Cpu.spent(
                        () ->
                                Stream.concat(
                                        Stream.of(ProcessHandle.current()),
                                        serai.database().handles()))
                / 1000;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
