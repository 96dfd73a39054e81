package io.serai.reservation.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActionWatchTests {

    private final RunningSerai serai = RunningSerai.shared();
    private final SampleHotel hotel = SampleHotel.another(serai.database());

    @Test
    void alertsOnceWhenAChannelToldNothingInTimeAndIsSureWhenItDoesLater() {
        long request = taken("3 hours", "done");

        await().atMost(Duration.ofSeconds(20)).until(() -> is(request, "missed_at is not null"));
        serai.part(ActionWatch.class).look();
        cancelled();
        await().atMost(Duration.ofSeconds(20)).until(() -> is(request, "state = 'confirmed'"));

        assertThat(is(request, "confirmed_revision = 2 and confirmed_at is not null")).isTrue();
        assertThat(
                        serai.sql()
                                .sql(
                                        "select count(*) from audit where hotel_id = ? and act = 'not-told'")
                                .param(hotel.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void saysNothingOfWhatIsRefusedOrWasTakenJustNow() {
        long fresh = taken("1 minute", "done");
        long refused = taken("3 hours", "refused");

        serai.part(ActionWatch.class).look();

        assertThat(is(fresh, "state = 'done' and missed_at is null")).isTrue();
        assertThat(is(refused, "state = 'refused' and missed_at is null")).isTrue();
    }

    @Test
    void hasAReservationReadAgainOnceWhoseChannelTellsNothingByItself() {
        long told = taken("5 minutes", "done");
        long request = taken("5 minutes", "done", "expedia", false);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> is(request, "read_again_at is not null"));
        serai.part(ActionWatch.class).look();

        assertThat(
                        serai.sql()
                                .sql(
                                        "select string_agg(port || ' ' || asked_by, ', ') from channel_requests where hotel_id = ? and action = 'read-again'")
                                .param(hotel.id())
                                .query(String.class)
                                .single())
                .isEqualTo("reservation-read serai");
        assertThat(is(told, "read_again_at is null")).isTrue();
    }

    /** A cancellation that the channel took so long ago. */
    private long taken(String ago, String state) {
        return taken(ago, state, "inn", true);
    }

    private long taken(String ago, String state, String channel, boolean told) {
        return serai.sql()
                .sql(
                        """
                        with r as (insert into reservations (hotel_id, account_id, connection_id, provider, number, status, revision)
                                   values (:hotel, :account, :connection, :channel, :state || :channel, 'booked', 1) returning id)
                        insert into channel_requests (hotel_id, connection_id, port, step, request, reservation_id, action, awaits, is_told, state, settled_at)
                        select :hotel, :connection, 'reservation-cancel', 'reservation-cancel', '{}', id, 'cancel', 'cancelled', :told, :state, now() - cast(:ago as interval)
                          from r returning id
                        """)
                .param("hotel", hotel.id())
                .param("account", hotel.account())
                .param("connection", hotel.connection())
                .param("state", state)
                .param("ago", ago)
                .param("channel", channel)
                .param("told", told)
                .query(Long.class)
                .single();
    }

    private void cancelled() {
        serai.sql()
                .sql(
                        "update reservations set status = 'cancelled', revision = 2 where hotel_id = ?")
                .param(hotel.id())
                .update();
    }

    private boolean is(long request, String condition) {
        return serai.sql()
                .sql("select " + condition + " from channel_requests where id = ?")
                .param(request)
                .query(Boolean.class)
                .single();
    }
}
