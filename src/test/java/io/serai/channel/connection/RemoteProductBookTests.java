package io.serai.channel.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.connection.RemoteProducts.Rate;
import io.serai.channel.connection.RemoteProducts.Room;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RemoteProductBookTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final JdbcClient sql = SERAI.sql();
    private final RemoteProductBook book = SERAI.part(RemoteProductBook.class);

    @BeforeEach
    void whoIsMappedByHandOnly() {
        sql.sql(
                        "update third_party_integrations set maps_itself = false, is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
    }

    @Test
    void recordsNothingOfAHotelThatTheConnectionNamesNoMore() {
        String before = rows();

        book.record(hotel.connection(), "the one before", products("7", "8"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void recordsWhatTheHotelShowsThatTheConnectionNames() {
        String number =
                sql.sql("select remote_hotel from third_party_integrations where id = ?")
                        .param(hotel.connection())
                        .query(String.class)
                        .single();

        book.record(hotel.connection(), number, products("7", "8"));

        assertThat(rows()).contains("7/- active -", "7/8 active -", " gone mapped");
    }

    @Test
    void readsAgainForWhoAskedForItWhileItWasBeingRead() {
        String number =
                sql.sql(
                                """
                                update third_party_integrations set read_at = clock_timestamp() - interval '2 seconds', reread_at = clock_timestamp() - interval '1 second'
                                 where id = ? returning remote_hotel
                                """)
                        .param(hotel.connection())
                        .query(String.class)
                        .single();

        book.record(hotel.connection(), number, products("7", "8"));

        assertThat(
                        sql.sql(
                                        "select read_at < reread_at from third_party_integrations where id = ?")
                                .param(hotel.connection())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void keepsWhatIsGoneMeaningWhatItDidSoThatTheWayBackIsKnown() {
        StoredConnection there = new ConnectionBook().find(sql, hotel.connection()).orElseThrow();

        book.replace(
                hotel.connection(),
                products("7", "8"),
                Map.of(new RemoteKey("7", null), hotel.roomType()),
                "user:ana");

        assertThat(rows()).contains("7/- active mapped", "7/8 active -");
        assertThat(rows().split(" gone mapped")).hasSize(3);
        RemoteProducts back = ofTheHotelBefore();
        assertThat(KnownMeanings.of(sql, there).of(back, Map.of()))
                .extracting(TurnedRemote::why)
                .containsOnly(TurnedRemote.Why.KEPT);
        assertThat(KnownMeanings.of(sql, there).gone(back)).containsExactly("Loft");
    }

    private RemoteProducts ofTheHotelBefore() {
        Map<String, Object> rate =
                sql.sql("select remote_room, remote_rate from ota_rate_plans where id = ?")
                        .param(hotel.remoteRate())
                        .query()
                        .singleRow();
        return products((String) rate.get("remote_room"), (String) rate.get("remote_rate"));
    }

    /** Each row as {@code room/rate state mapped}. */
    private String rows() {
        return sql.sql(
                        """
                        select string_agg(remote_room || '/' || coalesce(remote_rate, '-') || ' ' || state || ' '
                                          || case when num_nonnulls(room_type_id, product_id) = 0 then '-' else 'mapped' end, '; ' order by id)
                          from ota_rate_plans where connection_id = ?
                        """)
                .param(hotel.connection())
                .query(String.class)
                .single();
    }

    private static RemoteProducts products(String room, String rate) {
        Rate sold =
                new Rate(
                        rate, "Free", 2, false, false, null, null, null, null, null, null, null,
                        null);
        return new RemoteProducts(
                List.of(new Room(room, "Loft", 2, null, null, null, List.of(sold))));
    }
}
