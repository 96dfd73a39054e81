package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.ari.PriceLayout;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens on the way (edits, deaths, lost answers, late answers, refusals, guests who book
 * there), in the end the channel holds what is wanted.
 */
class ConvergenceTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);
    private static final int HORIZON = 45;
    private static final int STEPS = 60;
    private static final String UNKNOWN = "{\"outcome\": \"unknown\", \"items\": []}";
    private static final String LATER = "{\"outcome\": \"later\", \"items\": []}";

    private static Database database;
    private static JdbcClient jdbc;
    private static List<Deliveries> byMonth;
    private static List<Deliveries> byWeekdays;

    @BeforeContainer
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        byMonth = List.of(instance(Deliveries.BY_MONTH), instance(Deliveries.BY_MONTH));
        byWeekdays = List.of(instance(Deliveries.BY_WEEKDAYS), instance(Deliveries.BY_WEEKDAYS));
    }

    private static Deliveries instance(String channel) {
        return new Deliveries(database, NOON, channel);
    }

    @AfterContainer
    static void stop() {
        byMonth.forEach(Deliveries::close);
        byWeekdays.forEach(Deliveries::close);
        database.close();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void makesAChannelHoldWhatIsWanted(@ForAll Random random) {
        new Life(random, byMonth, false).live();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void makesAChannelThatKnowsWeekdaysHoldWhatIsWanted(@ForAll Random random) {
        new Life(random, byWeekdays, true).live();
    }

    /** A hotel's life at a channel. */
    private static final class Life {

        private final Random random;
        private final List<Deliveries> instances;
        private final boolean occupancy;
        private final TestChannel channel;
        private final SampleHotel hotel;
        private final String room;
        private final String rate;
        private final List<Late> late = new ArrayList<>();

        Life(Random random, List<Deliveries> instances, boolean occupancy) {
            this.random = random;
            this.instances = instances;
            this.occupancy = occupancy;
            this.channel = new TestChannel(occupancy);
            sql("update third_party_integrations set is_enabled = false");
            hotel = SampleHotel.another(database);
            sql("update hotels set horizon = %d where id = %d".formatted(HORIZON, hotel.id()));
            if (occupancy) {
                sql("update rate_plans set pricing = 'occupancy' where hotel_id = " + hotel.id());
            }
            room = name("remote_room", hotel.remoteRoom());
            rate = name("remote_rate", hotel.remoteRate());
        }

        private static String name(String column, int remote) {
            return jdbc.sql("select " + column + " from ota_rate_plans where id = ?")
                    .param(remote)
                    .query(String.class)
                    .single();
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            settle();
            assertThat(shown()).isEqualTo(wanted());
            assertThat(left()).isEqualTo("marks 0, unknown 0, open 0");
        }

        private void step() {
            switch (random.nextInt(13)) {
                case 0, 1 -> rooms();
                case 2, 3 -> prices();
                case 4 -> restrictions();
                case 5 -> forgotten();
                case 6 -> guestBooks();
                case 7 -> die();
                case 8 -> instance().passes(Duration.ofSeconds(random.nextInt(300)));
                case 9 -> {
                    channel.answers(manner());
                    run();
                }
                case 10 -> again();
                case 11 -> kept();
                default -> run();
            }
        }

        private void run() {
            instance().run(channel);
            lateOnesArrive();
        }

        private Deliveries instance() {
            return instances.get(random.nextInt(instances.size()));
        }

        /** A call whose sender was given up arrives now, before its cells are sent once more. */
        private void lateOnesArrive() {
            Iterator<Late> all = late.iterator();
            while (all.hasNext()) {
                Late one = all.next();
                if (!isOpen(one.attempt())) {
                    channel.take(one.message());
                    all.remove();
                }
            }
        }

        private boolean isOpen(long attempt) {
            return jdbc.sql("select outcome = 'open' from attempts where id = ?")
                    .param(attempt)
                    .query(Boolean.class)
                    .single();
        }

        private void rooms() {
            write(
                    "insert into room_nights (room_type_id, night, hotel_id, offered, closed) select %d, d::date, %d, %d, %b from %s d on conflict (room_type_id, night) do update set offered = excluded.offered, closed = excluded.closed"
                            .formatted(
                                    hotel.roomType(),
                                    hotel.id(),
                                    random.nextInt(4),
                                    random.nextInt(4) == 0,
                                    nights()));
        }

        /** Rooms are kept from all channels or from this one, or sold beyond those there are. */
        private void kept() {
            switch (random.nextInt(3)) {
                case 0 ->
                        write(
                                "update room_types set safety_stock = %d, overbooking = %d where id = %d"
                                        .formatted(
                                                random.nextInt(2),
                                                random.nextInt(3),
                                                hotel.roomType()));
                case 1 ->
                        write(
                                "update room_nights set safety_stock = nullif(%d, 2), overbooking = nullif(%d, 2) where room_type_id = %d and night in (select d::date from %s d)"
                                        .formatted(
                                                random.nextInt(3),
                                                random.nextInt(3),
                                                hotel.roomType(),
                                                nights()));
                default ->
                        write(
                                "update ota_rate_plans set most_rooms = nullif(%d, 4), last_rooms = nullif(%d, 2) where id = %d"
                                        .formatted(
                                                random.nextInt(5),
                                                random.nextInt(3),
                                                hotel.remoteRoom()));
            }
        }

        private void prices() {
            String prices =
                    random.nextInt(6) == 0
                            ? "null"
                            : "'{"
                                    + price()
                                    + (occupancy
                                            ? "," + (random.nextInt(4) == 0 ? "null" : price())
                                            : "")
                                    + "}'";
            write(
                    "insert into rate_nights (product_id, night, hotel_id, prices) select %d, d::date, %d, %s from %s d where extract(isodow from d) <> %d on conflict (product_id, night) do update set prices = excluded.prices"
                            .formatted(
                                    hotel.product(),
                                    hotel.id(),
                                    prices,
                                    nights(),
                                    random.nextInt(9)));
        }

        private int price() {
            return 60_00 + random.nextInt(5) * 3_33;
        }

        private void restrictions() {
            write(
                    "update rate_nights set cta = %b, closed = %b, min_through = nullif(%d, 0) where product_id = %d and night in (select d::date from %s d)"
                            .formatted(
                                    random.nextBoolean(),
                                    random.nextInt(3) == 0,
                                    random.nextInt(3),
                                    hotel.product(),
                                    nights()));
        }

        private void forgotten() {
            write(
                    "delete from %s where hotel_id = %d and night in (select d::date from %s d)"
                            .formatted(
                                    random.nextBoolean() ? "room_nights" : "rate_nights",
                                    hotel.id(),
                                    nights()));
        }

        private void guestBooks() {
            LocalDate night = TODAY.plusDays(random.nextInt(HORIZON));
            channel.book(room, night);
            write(
                    "begin; update room_nights set sold = sold + 1 where room_type_id = %1$d and night = '%3$s'; update held_nights set unknown = unknown | 1, attempt_id = 0 where remote_id = %2$d and night = '%3$s'; insert into marks (connection_id, hotel_id, room_type_id, nights) values (%4$d, %5$d, %1$d, datemultirange(daterange('%3$s', '%3$s', '[]'))); commit"
                            .formatted(
                                    hotel.roomType(),
                                    hotel.remoteRoom(),
                                    night,
                                    hotel.connection(),
                                    hotel.id()));
        }

        private void again() {
            LocalDate from = TODAY.plusDays(random.nextInt(HORIZON));
            if (random.nextBoolean()) {
                instance()
                        .bean(Marks.class)
                        .tellAgain(hotel.connection(), from, from.plusDays(random.nextInt(20)));
            } else {
                instance().bean(Refusals.class).lift(hotel.connection());
            }
        }

        /** Between two steps of a round; the call is made, is not made, or comes late. */
        private void die() {
            Deliveries instance = instance();
            for (Claim claim : instance.due()) {
                Deliveries.Underway round = instance.begin(claim);
                for (int done = random.nextInt(3); done > 0 && round.isOpen(); done--) {
                    round.settle(channel.call(round.open()));
                }
                if (round.isOpen() && random.nextInt(4) > 0) {
                    JsonNode message = channel.read(round.open());
                    switch (random.nextInt(3)) {
                        case 0 -> channel.take(message);
                        case 1 -> late.add(new Late(round.attempt(), message));
                        default -> {}
                    }
                }
            }
            lateOnesArrive();
        }

        private TestChannel.Manner manner() {
            int bad = price();
            String worst = bad / 100 + "." + "%02d".formatted(bad % 100);
            return switch (random.nextInt(7)) {
                case 0 -> message -> LATER;
                case 1 -> message -> UNKNOWN;
                case 2 ->
                        message -> {
                            channel.take(message);
                            return random.nextBoolean() ? UNKNOWN : null;
                        };
                case 3 ->
                        message ->
                                message.toString().contains(worst)
                                        ? "{\"outcome\": \"refused\", \"items\": []}"
                                        : null;
                case 4 -> message -> partly(message, worst, "refused");
                case 5 -> message -> partly(message, worst, "later");
                default -> message -> null;
            };
        }

        /** Takes all updates but those with the price, and names those. */
        private String partly(JsonNode message, String price, String meaning) {
            List<String> items = new ArrayList<>();
            for (JsonNode update : message.path("updates")) {
                if (update.toString().contains(price)) {
                    items.add(
                            "{\"update\": %d, \"outcome\": \"%s\", \"code\": \"NO\"}"
                                    .formatted(update.path("id").asInt(), meaning));
                } else {
                    channel.takeUpdate(update);
                }
            }
            return items.isEmpty()
                    ? TestChannel.APPLIED
                    : "{\"outcome\": \"partly\", \"items\": %s}".formatted(items);
        }

        private void settle() {
            channel.takesAll();
            for (int times = 0; times < 4; times++) {
                instance().passes(Duration.ofSeconds(29));
                run();
            }
            for (int times = 0; times < 3; times++) {
                instance().bean(Refusals.class).lift(hotel.connection());
                instance().passes(Duration.ofHours(2));
                run();
            }
        }

        private String nights() {
            LocalDate from = TODAY.plusDays(random.nextInt(HORIZON));
            return "generate_series(date '%s', '%s', interval '1 day')"
                    .formatted(from, from.plusDays(random.nextInt(20)));
        }

        private static void write(String sql) {
            sql(sql);
        }

        private static void sql(String sql) {
            jdbc.sql(sql).update();
        }

        private Map<String, String> wanted() {
            Map<String, String> wanted = new LinkedHashMap<>();
            jdbc.sql(
                            """
                            select d::date || case when coalesce(r.closed, true) or r.prices is null then ' closed' else ' open' end
                                   || ' cta ' || coalesce(r.cta, false) || ' min ' || coalesce(r.min_through, 0)
                                   || ' prices ' || coalesce((select string_agg(coalesce((p / 100.0)::numeric(9, 2)::text, '-'), ' ' order by n) from unnest(r.prices) with ordinality u (p, n)), 'any')
                                   || ' rooms ' || case when l.rooms > coalesce(o.last_rooms, 0) then least(l.rooms, o.most_rooms) else 0 end || case when coalesce(n.closed, true) then ' closed' else ' open' end
                              from generate_series(?::date, ?::date, interval '1 day') d
                              left join rate_nights r on r.product_id = ? and r.night = d::date
                              left join room_nights n on n.room_type_id = ? and n.night = d::date
                              cross join room_types t
                              cross join ota_rate_plans o
                              cross join lateral (select n.offered + coalesce(n.overbooking, t.overbooking) - n.sold - coalesce(n.safety_stock, t.safety_stock) as rooms) l
                             where t.id = ? and o.id = ?
                             order by d
                            """)
                    .params(
                            TODAY,
                            TODAY.plusDays(HORIZON - 1),
                            hotel.product(),
                            hotel.roomType(),
                            hotel.roomType(),
                            hotel.remoteRoom())
                    .query(String.class)
                    .list()
                    .forEach(night -> wanted.put(night.substring(0, 10), night.substring(11)));
            return wanted;
        }

        private Map<String, String> shown() {
            Map<String, String> wanted = wanted();
            Map<String, String> shown = new LinkedHashMap<>();
            for (LocalDate night : TODAY.datesUntil(TODAY.plusDays(HORIZON)).toList()) {
                String prices =
                        wanted.get(night.toString()).contains("prices any") ? "any" : prices(night);
                shown.put(
                        night.toString(),
                        word(rate(night, "closed"))
                                + " cta "
                                + rate(night, "cta")
                                + " min "
                                + rate(night, "min-through")
                                + " prices "
                                + prices
                                + " rooms "
                                + channel.shows(room, null, night, "rooms")
                                + " "
                                + word(channel.shows(room, null, night, "room-closed")));
            }
            return shown;
        }

        private String prices(LocalDate night) {
            if (!occupancy) {
                return rate(night, "price:room");
            }
            String two = rate(night, "price:2");
            return rate(night, "price:1") + " " + (two == null ? "-" : two);
        }

        private String rate(LocalDate night, String field) {
            return channel.shows(room, rate, night, field);
        }

        private static String word(String closed) {
            return "true".equals(closed) ? "closed" : "open";
        }

        /** A price that is not wanted any more may stay unknown: its product is closed. */
        private String left() {
            return jdbc.sql(
                            """
                            select 'marks ' || (select count(*) from marks where connection_id = :connection)
                                   || ', unknown ' || (select count(*) from held_nights where hotel_id = :hotel and unknown & :wanted <> 0 and night >= :today and night < :end)
                                   || ', open ' || (select count(*) from attempts where connection_id = :connection and outcome = 'open')
                            """)
                    .param("connection", hotel.connection())
                    .param("hotel", hotel.id())
                    .param("today", TODAY)
                    .param("wanted", PriceLayout.WHOLE - 1)
                    .param("end", TODAY.plusDays(HORIZON))
                    .query(String.class)
                    .single();
        }

        private record Late(long attempt, JsonNode message) {}
    }
}
