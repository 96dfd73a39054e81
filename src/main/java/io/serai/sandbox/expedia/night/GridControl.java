package io.serai.sandbox.expedia.night;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face of the grid: what the channel holds, as JSON. */
final class GridControl {

    private final Hotels hotels;
    private final Nights nights;

    GridControl(Hotels hotels, Nights nights) {
        this.hotels = hotels;
        this.nights = nights;
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

    record ShownRoom(String id, List<ShownNight> nights, List<ShownRate> rates) {}

    record ShownNight(LocalDate night, int left, int sold, boolean closed) {}

    record ShownRate(String id, List<ShownRateNight> nights) {}

    record ShownRateNight(
            LocalDate night,
            @Nullable Boolean closed,
            Map<Integer, BigDecimal> prices,
            @Nullable Integer minLos,
            @Nullable Integer maxLos,
            @Nullable Boolean cta,
            @Nullable Boolean ctd,
            @Nullable Boolean rateChange) {}

    private List<ShownRoom> rooms(ServerRequest request) {
        var id = Long.parseLong(request.pathVariable("hotel"));
        var hotel = hotels.find(id).orElseThrow(() -> new Refusal(404, "394", "no hotel " + id));
        var from = day(request, "from");
        var to = day(request, "to");
        var held =
                nights.rooms(hotel.rooms().keySet(), from, to).stream()
                        .collect(Collectors.groupingBy(RoomNight::room));
        var plans =
                nights.plans(planIds(hotel), from, to).stream()
                        .collect(Collectors.groupingBy(PlanNight::plan));
        return hotel.rooms().values().stream().map(room -> room(room, held, plans)).toList();
    }

    private static List<String> planIds(Hotel hotel) {
        return hotel.rooms().values().stream()
                .flatMap(room -> room.plans().keySet().stream())
                .toList();
    }

    private static ShownRoom room(
            RoomType room, Map<String, List<RoomNight>> held, Map<String, List<PlanNight>> plans) {
        return new ShownRoom(
                room.id(),
                held.getOrDefault(room.id(), List.of()).stream()
                        .map(n -> new ShownNight(n.night(), n.available(), n.sold(), n.closed()))
                        .toList(),
                room.plans().values().stream().map(plan -> rate(plan, plans)).toList());
    }

    private static ShownRate rate(RatePlan plan, Map<String, List<PlanNight>> plans) {
        return new ShownRate(
                plan.id(),
                plans.getOrDefault(plan.id(), List.of()).stream().map(GridControl::night).toList());
    }

    private static ShownRateNight night(PlanNight n) {
        var prices = new TreeMap<Integer, BigDecimal>();
        for (int number = 1; number <= n.rates().size(); number++) {
            var rate = n.rate(number);
            if (rate != null) {
                prices.put(number, rate);
            }
        }
        return new ShownRateNight(
                n.night(),
                n.closed(),
                prices,
                n.minLos(),
                n.maxLos(),
                n.cta(),
                n.ctd(),
                n.rateChange());
    }

    private static LocalDate day(ServerRequest request, String name) {
        return LocalDate.parse(
                request.param(name)
                        .orElseThrow(
                                () -> new Refusal(400, "321", name + " is absent (YYYY-MM-DD)")));
    }
}
