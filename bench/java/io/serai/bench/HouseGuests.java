package io.serai.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Guests who book at a large house by themselves, over the API: arrivals in the next 300 days. */
final class HouseGuests {

    private static final int AT_ONCE = 8;
    private static final int DAYS = 300;
    private static final int PLANS = 4;
    private static final String LOGIN =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    ("admin:" + Stage.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bookings;
    private final int rooms;

    HouseGuests(String base, int hotel, int rooms) {
        this.bookings = URI.create(base + "/api/booking-engine/hotels/" + hotel + "/bookings");
        this.rooms = rooms;
    }

    /** Has so many book; the answer is the key of a booking. */
    String book(int guests) throws IOException, InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> all =
                    IntStream.range(0, guests)
                            .mapToObj(guest -> callers.submit(() -> book(guest, wish(guest))))
                            .toList();
            String last = "";
            for (Future<String> one : all) {
                last = one.get();
            }
            return last;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private Map<String, Object> wish(int guest) {
        LocalDate arrival = LocalDate.now(ZoneOffset.UTC).plusDays(guest % DAYS);
        return Map.of(
                "arrival",
                arrival.toString(),
                "departure",
                arrival.plusDays(1 + guest % 4).toString(),
                "rooms",
                List.of(
                        Map.of(
                                "roomType", "R" + (1 + guest % rooms),
                                "ratePlan", "P" + (1 + guest % PLANS),
                                "adults", 2,
                                "guest", "Guest Number" + guest)),
                "booker",
                Map.of("given", "Guest", "surname", "Number" + guest));
    }

    private String book(int guest, Map<String, Object> wish)
            throws IOException, InterruptedException {
        var answer =
                http.send(
                        HttpRequest.newBuilder(bookings)
                                .header("Authorization", LOGIN)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "guest-" + guest)
                                .POST(
                                        BodyPublishers.ofString(
                                                ChannelDesk.JSON.writeValueAsString(wish)))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body() + " (expected: 201)");
        }
        return ChannelDesk.JSON.readTree(answer.body()).path("id").asText();
    }
}
