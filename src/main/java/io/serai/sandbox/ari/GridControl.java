package io.serai.sandbox.ari;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face of the grid: what the channel holds, as JSON. */
final class GridControl {

    private final Hotels hotels;
    private final Grid grid;

    GridControl(Hotels hotels, Grid grid) {
        this.hotels = hotels;
        this.grid = grid;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET(
                        "/sandbox/hotels/{hotel}/grid",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(Json.write(new Shown(rooms(request)))))
                .build();
    }

    record Shown(List<ShownRoom> rooms) {}

    record ShownRoom(long id, List<ShownNight> nights, List<ShownRate> rates) {}

    record ShownNight(LocalDate night, int left, boolean closed) {}

    record ShownRate(long id, List<ShownRateNight> nights) {}

    record ShownRateNight(
            LocalDate night,
            boolean closed,
            TreeMap<Integer, BigDecimal> prices,
            int minThrough,
            int maxThrough,
            int minArrival,
            int maxArrival,
            int exactArrival,
            boolean cta,
            boolean ctd,
            int minAdvance,
            int maxAdvance) {}

    private List<ShownRoom> rooms(ServerRequest request) {
        var id = Long.parseLong(request.pathVariable("hotel"));
        var hotel = hotels.find(id).orElseThrow(() -> new Refusal(404, "394", "no hotel " + id));
        var from = day(request, "from");
        var to = day(request, "to");
        var ids = hotel.rooms().keySet();
        var nights = grid.rooms(ids, from, to);
        var rates = grid.rates(ids, from, to);
        return hotel.rooms().values().stream()
                .map(room -> room(hotel, room, nights, rates))
                .toList();
    }

    private static ShownRoom room(
            Hotel hotel, Room room, List<RoomNight> nights, List<RateNight> rates) {
        return new ShownRoom(
                room.id(),
                nights.stream()
                        .filter(n -> n.room() == room.id())
                        .map(n -> new ShownNight(n.night(), n.left(), n.closed()))
                        .toList(),
                room.rates().values().stream()
                        .map(rate -> rate(hotel, room, rate, rates))
                        .toList());
    }

    private static ShownRate rate(Hotel hotel, Room room, Rate rate, List<RateNight> nights) {
        return new ShownRate(
                rate.id(),
                nights.stream()
                        .filter(n -> n.room() == room.id() && n.rate() == rate.id())
                        .map(n -> night(hotel, n))
                        .toList());
    }

    private static ShownRateNight night(Hotel hotel, RateNight n) {
        var prices = new TreeMap<Integer, BigDecimal>();
        for (int persons = 1; persons <= n.prices().size(); persons++) {
            var price = n.price(persons);
            if (price != null) {
                prices.put(persons, BigDecimal.valueOf(price, hotel.decimals()));
            }
        }
        return new ShownRateNight(
                n.night(),
                n.closed(),
                prices,
                n.minThrough(),
                n.maxThrough(),
                n.minArrival(),
                n.maxArrival(),
                n.exactArrival(),
                n.cta(),
                n.ctd(),
                n.minAdvance(),
                n.maxAdvance());
    }

    private static LocalDate day(ServerRequest request, String name) {
        return LocalDate.parse(
                request.param(name)
                        .orElseThrow(
                                () -> new Refusal(400, "321", name + " is absent (YYYY-MM-DD)")));
    }
}
