package io.serai.hotel.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.serai.testing.Kill;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nights written in bulk, against a database. */
class NightsWriterTests {

    private static final int NIGHTS = 500;
    private static final int PRODUCTS = 200;

    private static Desk desk;
    private static LocalDate today;
    private static final List<Integer> products = new ArrayList<>();

    @BeforeAll
    static void open() {
        desk = new Desk(1_000_000);
        today = desk.today();
        for (int number = 0; number < PRODUCTS; number++) {
            products.add(desk.hotel.rate(desk.database, "plan-" + number).product());
        }
    }

    @Test
    void writesAHundredThousandNightsWithOneMarkAProduct() {
        long marks = count("marks");

        Written written = desk.write(NightTable.RATES, false, all(100_000, ""));

        assertThat(written.cells()).isEqualTo(100_000);
        assertThat(written.changed()).isEqualTo(100_000);
        assertThat(count("marks") - marks).isEqualTo(PRODUCTS);
        assertThat(desk.write(NightTable.RATES, false, all(100_000, "")).changed()).isZero();
        assertThat(count("marks") - marks).isEqualTo(PRODUCTS);
    }

    @Test
    void writesNothingOfAHundredThousandWhereTheLastIsBad() {
        long before = count("night_changes");

        NightsRefused refused =
                catchThrowableOfType(
                        NightsRefused.class,
                        () ->
                                desk.write(
                                        NightTable.RATES,
                                        false,
                                        all(100_000, update(0, 0, "\"closed\":1"))));

        assertThat(refused.first()).hasSize(1);
        assertThat(refused)
                .hasMessageStartingWith("updates[100000]: set.closed: 1 (expected: true");
        assertThat(count("night_changes")).isEqualTo(before);
    }

    @Test
    void leavesWhatIsNotNamedToWhoWritesItMeanwhile() {
        LocalDate night = today.plusDays(30);
        List<CompletableFuture<Written>> writing = new ArrayList<>();

        for (String set :
                List.of("\"cta\":true", "\"ctd\":true", "\"minThrough\":3", "\"price\":\"9.00\"")) {
            writing.add(
                    CompletableFuture.supplyAsync(
                            () ->
                                    desk.write(
                                            NightTable.RATES,
                                            false,
                                            single(desk.hotel.product(), night, set))));
        }
        writing.forEach(CompletableFuture::join);

        assertThat(desk.night(NightTable.RATES, desk.hotel.product(), night).values().values())
                .map(Object::toString)
                .containsExactly(
                        "Count[number=0]",
                        "Count[number=1]",
                        "Count[number=1]",
                        "Count[number=3]",
                        "None[]",
                        "None[]",
                        "None[]",
                        "Prices[minor=[900]]",
                        "None[]");
    }

    @Test
    void keepsTheReservationsCountWhenRoomsAreWritten() {
        LocalDate night = today.plusDays(3);
        desk.hotel.sell(desk.database, night, night, 5, 10000);
        desk.owner
                .sql("update room_nights set sold = 2 where room_type_id = ?")
                .param(desk.hotel.roomType())
                .update();

        desk.write(
                NightTable.ROOMS,
                false,
                "{\"roomType\":\"DBL\",\"night\":\"%s\",\"set\":{\"offered\":7}}".formatted(night));

        assertThat(
                        desk.owner
                                .sql(
                                        "select offered, sold from room_nights where room_type_id = ? and night = ?")
                                .params(desk.hotel.roomType(), night)
                                .query()
                                .singleRow()
                                .values())
                .map(Object::toString)
                .containsExactly("7", "2");
    }

    @Test
    void refusesMoreNightsThanAreTakenAtOnce() {
        Desk small = new Desk(10);
        String range =
                "{\"roomType\":\"DBL\",\"from\":\"%s\",\"to\":\"%s\",\"set\":{\"offered\":7}}"
                        .formatted(today, today.plusDays(10));

        assertThatThrownBy(() -> small.write(NightTable.ROOMS, false, range))
                .isInstanceOf(TooMuch.class)
                .hasMessageStartingWith("nights: more than 10 (expected:");
    }

    @Test
    void countsEveryNightThatChangesOrIsStaleAndShowsTheFirst() {
        String[] all = new String[7];
        for (int day = 0; day < all.length; day++) {
            all[day] =
                    single(desk.hotel.product(), today.plusDays(200 + day), "\"price\":\"9.00\"");
        }
        String[] stale =
                Stream.of(all)
                        .map(it -> it.replace("\"set\"", "\"version\":\"1\",\"set\""))
                        .toArray(String[]::new);

        Written written = desk.write(NightTable.RATES, true, all);
        NightsStale refused =
                catchThrowableOfType(
                        NightsStale.class, () -> desk.write(NightTable.RATES, false, stale));

        assertThat(written.changed()).isEqualTo(7);
        assertThat(written.changes()).hasSize(3);
        assertThat(refused.newer()).hasSize(3);
        assertThat(refused.more()).isEqualTo(4);
        assertThat(desk.write(NightTable.RATES, false, all).changed()).isEqualTo(7);
        assertThat(desk.write(NightTable.RATES, true, all).changed()).isZero();
    }

    @Test
    void recordsWhatANightBecameAndByWhom() {
        LocalDate night = today.plusDays(60);

        desk.write(
                NightTable.RATES, false, single(desk.hotel.product(), night, "\"price\":\"9.00\""));

        assertThat(
                        desk.owner
                                .sql(
                                        "select actor || ' ' || act || ' ' || value::text from night_changes where product_id = ? and nights @> ?")
                                .params(desk.hotel.product(), night)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "user:desk insert {\"cta\": false, \"ctd\": false, \"closed\": false, \"prices\": [900]}");
    }

    @Test
    void writesAllOrNothingWhereverItIsKilled() {
        LocalDate night = today.plusDays(90);
        boolean done = false;

        for (int step = 1; !done; step++) {
            try {
                Kill.beforeStep(
                        step,
                        () ->
                                desk.write(
                                        NightTable.RATES,
                                        false,
                                        single(desk.hotel.product(), night, "\"cta\":true"),
                                        single(
                                                desk.hotel.product(),
                                                night.plusDays(1),
                                                "\"cta\":true")));
                done = true;
            } catch (Kill.Killed killed) {
                done = false;
            }
            int written =
                    desk.owner
                            .sql(
                                    "select count(*)::int from rate_nights where product_id = ? and night >= ? and cta")
                            .params(desk.hotel.product(), night)
                            .query(Integer.class)
                            .single();
            assertThat(written).as("killed before step %s", step).isEqualTo(done ? 2 : 0);
            assertThat(step).isLessThan(40);
        }
    }

    private static Reader all(int cells, String more) {
        LongFunction<String> cell =
                number ->
                        (number == 0 ? "" : ",")
                                + update(
                                        (int) number % PRODUCTS,
                                        (int) number / PRODUCTS,
                                        "\"price\":\"%d.00\"".formatted(100 + number % 37));
        return new Pieces(
                LongStream.range(0, cells).mapToObj(cell).iterator(),
                more.isEmpty() ? "" : "," + more);
    }

    private static String update(int product, int day, String set) {
        return single(products.get(product), today.plusDays(day % NIGHTS), set);
    }

    private static String single(int product, LocalDate night, String set) {
        return "{\"product\":\""
                + product
                + "\",\"night\":\""
                + night
                + "\",\"set\":{"
                + set
                + "}}";
    }

    private static long count(String table) {
        return desk.owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** A body made while it is read. */
    private static final class Pieces extends Reader {

        private final Iterator<String> pieces;
        private final String more;
        private String rest = "{\"updates\":[";
        private int at;
        private boolean ended;

        Pieces(Iterator<String> pieces, String more) {
            this.pieces = pieces;
            this.more = more;
        }

        @Override
        public int read(char[] into, int offset, int count) {
            while (at == rest.length()) {
                if (ended) {
                    return -1;
                }
                at = 0;
                ended = !pieces.hasNext();
                rest = ended ? more + "]}" : pieces.next();
            }
            int read = Math.min(count, rest.length() - at);
            rest.getChars(at, at + read, into, offset);
            at += read;
            return read;
        }

        @Override
        public void close() {}
    }
}
