package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms sold where more may be sold than there are, or fewer are to be. */
class RoomsSoldTests {

    private final TestHotel hotel = new TestHotel();

    @Test
    void sellsWithinTheAllowanceWithoutAnOversellAndFlagsTheOneBeyond() {
        hotel.jdbc
                .sql("update room_nights set offered = 1 where room_type_id = ?")
                .param(hotel.room)
                .update();
        hotel.jdbc
                .sql("update room_types set overbooking = 1, safety_stock = 2 where id = ?")
                .param(hotel.room)
                .update();

        hotel.take(booking("1"));
        hotel.take(booking("2"));
        assertThat(oversold()).isEmpty();

        hotel.take(booking("3"));
        assertThat(oversold()).containsExactly("3");
    }

    @Test
    void lowersWhatIsHeldByTheChannelsOwnSaleAlsoWhereACeilingStoodBeforeIt() {
        hotel.jdbc
                .sql("update ota_rate_plans set most_rooms = 3 where id = ?")
                .param(hotel.remoteRoom)
                .update();
        hotel.told(3, 2, Instant.now().minusSeconds(600));
        hotel.jdbc.sql("delete from marks").update();

        hotel.take(booking("1").created(Instant.now().minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("2", "2");
        assertThat(
                        hotel.jdbc
                                .sql(
                                        "select wanted ->> 'rooms' from ota_inventory_sync where remote_id = ? and night < ? order by night")
                                .params(hotel.remoteRoom, TestHotel.FIRST.plusDays(2))
                                .query(String.class)
                                .list())
                .containsExactly("3", "3");
        assertThat(
                        hotel.jdbc
                                .sql("select nights::text from marks where connection_id = ?")
                                .param(hotel.connection)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "{[%s,%s)}".formatted(TestHotel.FIRST, TestHotel.FIRST.plusDays(2)));
    }

    @Test
    void notesUpToWhichRevisionTheRoomsSoldOfANightAreCounted() {
        hotel.take(booking("1"));
        long booked = last();
        assertThat(counted(3)).containsExactly(booked, booked, 0L);

        hotel.take(booking("2").nights(1, 2));
        long other = last();
        assertThat(counted(4)).containsExactly(booked, other, other, 0L);

        hotel.take(cancellation("1"));
        assertThat(counted(3)).containsExactly(last(), last(), other);
    }

    @Test
    void countsWhatWasMappedLaterUnderANumberThatNobodyHadSeenBefore() {
        hotel.take(booking("1").rooms(Message.room("1", "R9", "P9", 0, 2)));
        hotel.take(booking("2").nights(9, 1));
        long seen = last();

        int late = hotel.roomType("late", 3);
        hotel.map("R9", null, late, null);
        hotel.inbox.reapply(
                Long.parseLong(
                        hotel.one(
                                "select id::text from reservations where account_id = ? and number = '1'",
                                hotel.account)));

        assertThat(hotel.sold(late, 3)).containsExactly(1, 1, 0);
        String counted =
                hotel.one(
                        "select min(counted_up_to)::text from room_nights where room_type_id = ? and sold > 0",
                        late);
        assertThat(Long.parseLong(counted)).isGreaterThan(seen);
        assertThat(hotel.one("select recounted::text from hotels where id = ?", hotel.hotel))
                .isEqualTo(counted);
    }

    @Test
    void numbersTheRevisionsOfAHotelInTheOrderOfTheirCommits() throws Exception {
        var transaction = new TransactionTemplate(TestSerai.bean(PlatformTransactionManager.class));
        var taken = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first =
                CompletableFuture.runAsync(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            hotel.take(booking("1"));
                                            taken.countDown();
                                            await(goOn);
                                        }));
        await(taken);

        var second = CompletableFuture.runAsync(() -> hotel.take(booking("2").nights(9, 1)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::isSomebodyWaiting);
        assertThat(second).isNotDone();
        goOn.countDown();

        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);
        assertThat(
                        hotel.jdbc
                                .sql(
                                        "select number from reservation_revisions where hotel_id = ? order by id")
                                .param(hotel.hotel)
                                .query(String.class)
                                .list())
                .containsExactly("1", "2");
    }

    private boolean isSomebodyWaiting() {
        return hotel.jdbc
                .sql(
                        """
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                                          and classid = 'reservation_revisions'::regclass::oid and objid = ?)
                        """)
                .param(hotel.hotel)
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> oversold() {
        return hotel.jdbc
                .sql("select number from reservations where is_oversold and account_id = ?")
                .param(hotel.account)
                .query(String.class)
                .list();
    }

    private long last() {
        return Long.parseLong(
                hotel.one(
                        "select max(id)::text from reservation_revisions where hotel_id = ?",
                        hotel.hotel));
    }

    private List<Long> counted(int nights) {
        return hotel.jdbc
                .sql(
                        "select counted_up_to from room_nights where room_type_id = ? and night < ? order by night")
                .params(hotel.room, TestHotel.FIRST.plusDays(nights))
                .query(Long.class)
                .list();
    }
}
