package io.serai.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what guests were promised with what Serai holds and what the channel shows. */
final class Reckoning {

    private static final int SHOWN = 5;

    private final Hotel hotel;
    private final Play play;
    private final Stage stage;
    private final Map<String, List<String>> differences = new TreeMap<>();

    Reckoning(Hotel hotel, Play play, Stage stage) {
        this.hotel = hotel;
        this.play = play;
        this.stage = stage;
    }

    /** The checks made, each with the differences it found. */
    Map<String, List<String>> differences() {
        reservations();
        stock();
        recount();
        acknowledged();
        leftOver("nothing is parked", "parked_messages");
        leftOver("nothing was refused by the channel", "refusals");
        return differences;
    }

    /** The first few of a list, as lines. */
    static String first(List<String> found) {
        return String.join("\n      ", found.subList(0, Math.min(SHOWN, found.size())))
                + (found.size() > SHOWN ? "\n      … " + found.size() + " in all" : "");
    }

    private void expect(String check, String where, Object expected, Object met) {
        var found = differences.computeIfAbsent(check, name -> new ArrayList<>());
        if (!expected.equals(met)) {
            found.add(where + ": " + met + " (expected: " + expected + ")");
        }
    }

    private void reservations() {
        var taken = new TakenReservations(stage.database().jdbc()).all();
        var made = new HashMap<String, Seller.Promise>();
        stage.sellers().forEach(seller -> made.putAll(made(seller)));
        expect(
                "bookings made at the channels = those guests know of",
                "number",
                play.standing().size(),
                made.size());
        expect("bookings taken = bookings made", "number", made.size(), taken.size());
        made.forEach(
                (number, booking) -> {
                    var reservation = taken.remove(number);
                    var expected = expected(booking);
                    if (reservation == null) {
                        expect("bookings taken = bookings made", number, expected, "none");
                    } else {
                        expect(
                                "each booking's state, rooms, nights and total",
                                number,
                                expected,
                                reservation);
                    }
                });
        taken.forEach(
                (number, reservation) ->
                        expect("bookings taken = bookings made", number, "none", reservation));
    }

    private static Map<String, Seller.Promise> made(Seller seller) {
        var made = new HashMap<String, Seller.Promise>();
        seller.desk()
                .get("/sandbox/hotels/" + seller.hotel() + "/bookings")
                .forEach(
                        booking -> {
                            var promise = seller.promise(booking);
                            made.put(seller.provider() + " " + promise.number(), promise);
                        });
        return made;
    }

    private TakenReservation expected(Seller.Promise booking) {
        var ref = booking.ref();
        var stay = play.standing().get(ref);
        if (stay == null) {
            throw new IllegalStateException("the channel has booking " + ref + " that nobody made");
        }
        return TakenReservation.of(stay, play.isCancelled(ref), booking.cents());
    }

    private void stock() {
        var inSerai = new HashMap<House.Cell, Integer>();
        stage.database()
                .jdbc()
                .sql(
                        """
                        select t.code, n.night, greatest(n.rooms_left, 0)
                          from rooms_to_sell n join room_types t on t.id = n.room_type_id
                        """)
                .query(
                        row -> {
                            inSerai.put(
                                    new House.Cell(
                                            row.getString(1), row.getObject(2, LocalDate.class)),
                                    row.getInt(3));
                        });
        var shown = new HashMap<Seller, Map<House.Cell, Integer>>();
        stage.sellers().forEach(seller -> shown.put(seller, shown(seller)));
        for (var roomType : hotel.roomTypes()) {
            hotel.today()
                    .datesUntil(hotel.lastNight().plusDays(1))
                    .forEach(
                            night -> {
                                var cell = new House.Cell(roomType, night);
                                var left = hotel.house().left(roomType, night);
                                expect(
                                        "rooms left in Serai = size - occupied",
                                        cell.toString(),
                                        left,
                                        inSerai.getOrDefault(cell, -1));
                                shown.forEach(
                                        (seller, cells) ->
                                                expect(
                                                        "rooms left at "
                                                                + seller.name()
                                                                + " = size - occupied",
                                                        cell.toString(),
                                                        left,
                                                        cells.getOrDefault(cell, -1)));
                            });
        }
    }

    private Map<House.Cell, Integer> shown(Seller seller) {
        var left = new HashMap<House.Cell, Integer>();
        var path = "/sandbox/hotels/%d/grid?from=%s&to=%s";
        for (var room :
                seller.desk()
                        .get(path.formatted(seller.hotel(), hotel.today(), hotel.lastNight()))
                        .get("rooms")) {
            var roomType =
                    hotel.roomTypes().stream()
                            .filter(
                                    type ->
                                            String.valueOf(seller.room(hotel, type))
                                                    .equals(room.get("id").asText()))
                            .findFirst()
                            .orElseThrow();
            for (var night : room.get("nights")) {
                left.put(
                        new House.Cell(roomType, LocalDate.parse(night.get("night").asText())),
                        night.get("left").asInt());
            }
        }
        return left;
    }

    private void recount() {
        leftOver("stock as counted = stock as reserved", "stock_differences");
    }

    /** Awaited: a queue that was asked again says what a kill kept from Serai's record. */
    private void acknowledged() {
        leftOver("every revision is acknowledged", UnderWay.UNMARKED);
    }

    private void leftOver(String check, String what) {
        expect(check, what, 0L, count(what));
    }

    private long count(String what) {
        return stage.database()
                .jdbc()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }
}
