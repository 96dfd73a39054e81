package io.serai.channel.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection that is added step by step, and whose hotel's number turns out to be wrong. */
class ConnectionBookTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final JdbcClient sql = SERAI.sql();
    private final ConnectionBook book = SERAI.part(ConnectionBook.class);
    private final NumberCorrection correction = SERAI.part(NumberCorrection.class);

    @BeforeEach
    void isBeingAdded() {
        sql.sql(
                        "update third_party_integrations set step = 'test', is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
    }

    @Test
    void goesOnForTheHotelThatWasAskedAboutAlone() {
        StoredConnection asked = stored();
        correction.correct(asked, "another " + hotel.id(), "user:ana");

        assertThatThrownBy(() -> book.next(sql, asked, "rooms"))
                .isInstanceOf(ConnectionRefused.class)
                .hasMessageContaining("it was changed while the channel was asked");

        assertThat(stored().step()).isEqualTo("test");
        book.next(sql, stored(), "rooms");
        assertThat(stored().step()).isEqualTo("rooms");
    }

    @Test
    void keepsTheNumberThatBookingsCameInBy() {
        sql.sql(
                        "insert into reservations (hotel_id, connection_id, provider, number, status) values (?, ?, 'expedia', ?, 'booked')")
                .params(hotel.id(), hotel.connection(), "mistyped " + hotel.id())
                .update();
        StoredConnection there = stored();

        assertThatThrownBy(() -> correction.correct(there, "another " + hotel.id(), "user:ana"))
                .isInstanceOf(ConnectionRefused.class)
                .hasMessageContaining("bookings that came in by this connection: 1");

        assertThat(stored().remoteHotel()).isEqualTo(there.remoteHotel());
    }

    private StoredConnection stored() {
        return book.find(sql, hotel.connection()).orElseThrow();
    }
}
