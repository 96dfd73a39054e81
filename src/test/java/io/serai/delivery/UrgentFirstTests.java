package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UrgentFirstTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);
    private static final LocalDate FIRST = YearMonth.from(TODAY).plusMonths(2).atDay(1);
    private static final LocalDate LATER = FIRST.plusMonths(3);
    private static final String NO_TURN =
            "{\"outcome\": \"later\", \"retryAfter\": 7, \"items\": [{\"outcome\": \"later\", \"code\": \"limited\"}]}";

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries here;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        here = new Deliveries(database, NOON, Deliveries.BY_MONTH);
    }

    @AfterAll
    static void stop() {
        here.close();
        database.close();
    }

    @BeforeEach
    void aHotelWhoseChannelHoldsWhatIsWanted() {
        jdbc.sql("update third_party_integrations set is_enabled = false").update();
        hotel = SampleHotel.another(database);
        hotel.sell(database, FIRST, FIRST.plusMonths(5), 5, 100_00);
        here.run(channel);
        channel.heard();
    }

    @Test
    void tellsWhatClosesBeforeWhatElseChanged() {
        rooms(FIRST, 3);
        rooms(FIRST.plusMonths(1), 4);
        rooms(LATER, 0);

        Deliveries.Underway round = here.begin(here.due().get(0));
        JsonNode first = message(round);
        String urgency = round.urgency();
        round.settle(TestChannel.APPLIED);
        message(round);
        String next = round.urgency();
        round.settle(TestChannel.APPLIED);
        round.finish();
        here.passes(Duration.ofMinutes(2));
        here.run(channel);

        assertThat(first.path("updates").path(0).path("from").asText()).isEqualTo(LATER.toString());
        assertThat(urgency).isEqualTo("urgent");
        assertThat(next).isEqualTo("usual");
    }

    @Test
    void breaksOffAFullSyncForARoomThatIsSoldOutMeanwhileAndEndsItAfterwards() {
        here.bean(Marks.class).tellAgain(hotel.connection(), TODAY, TODAY.plusDays(499));
        Deliveries.Underway full = here.begin(here.due().get(0));
        message(full);
        String urgency = full.urgency();
        rooms(FIRST.plusDays(3), 9);
        full.settle(TestChannel.APPLIED);
        boolean onForAnEdit = full.isOpen();
        long looked = full.lookedTo();
        long newest =
                jdbc.sql("select max(id) from marks where connection_id = ?")
                        .param(hotel.connection())
                        .query(Long.class)
                        .single();

        message(full);
        rooms(LATER, 0);
        held(LATER, 5);
        full.settle(TestChannel.APPLIED);
        boolean onForAClosure = full.isOpen();
        full.finish();
        Deliveries.Underway next = here.begin(here.due().get(0));
        JsonNode closing = message(next);
        String pressing = next.urgency();
        next.settle(channel.call(closing.toString()));
        message(next);
        String rest = next.urgency();
        next.settle(TestChannel.APPLIED);
        next.finish();
        here.passes(Duration.ofMinutes(2));
        here.run(channel);

        assertThat(urgency).isEqualTo("bulk");
        assertThat(onForAnEdit).isTrue();
        assertThat(looked).isEqualTo(newest);
        assertThat(onForAClosure).isFalse();
        assertThat(pressing).isEqualTo("urgent");
        assertThat(closing.path("updates").findValuesAsText("rooms")).contains("0");
        assertThat(rest).isEqualTo("bulk");
        assertThat(marks()).isZero();
    }

    @Test
    void takesNoStepOfALadderForACallThatHadNoTurn() {
        rooms(FIRST, 3);
        channel.answers(message -> NO_TURN);

        here.run(channel);

        assertThat(claim("coalesce(ladder, 'none') || rung || (held_since is null)"))
                .isEqualTo("none0true");
        assertThat(Double.parseDouble(claim("extract(epoch from next_try_at - now())::text")))
                .isBetween(3.0, 7.0);
        assertThat(marks()).isPositive();
        channel.takesAll();
        here.passes(Duration.ofSeconds(8));
        here.run(channel);
        assertThat(marks()).isZero();
        assertThat(channel.heard()).hasSize(2);
    }

    private JsonNode message(Deliveries.Underway round) {
        return channel.read(round.open());
    }

    private void rooms(LocalDate night, int rooms) {
        jdbc.sql("update room_nights set offered = ? where room_type_id = ? and night = ?")
                .params(rooms, hotel.roomType(), night)
                .update();
    }

    /** As if the channel had taken it before. */
    private void held(LocalDate night, int rooms) {
        jdbc.sql(
                        """
                        insert into held_nights (remote_id, night, hotel_id, rooms)
                        select id, ?, hotel_id, ? from ota_rate_plans where id = ?
                            on conflict (remote_id, night) do update set rooms = excluded.rooms
                        """)
                .params(night, rooms, hotel.remoteRoom())
                .update();
    }

    private int marks() {
        return jdbc.sql("select count(*)::int from marks where connection_id = ?")
                .param(hotel.connection())
                .query(Integer.class)
                .single();
    }

    private String claim(String what) {
        return jdbc.sql("select " + what + " from claims where connection_id = ?")
                .param(hotel.connection())
                .query(String.class)
                .single();
    }
}
