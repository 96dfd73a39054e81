package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Remote;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that a channel shows otherwise than it accepted them. */
class ShownPricesTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final LocalDate NIGHT = LocalDate.now().plusDays(20);

    private SampleHotel hotel;

    @BeforeEach
    void aPausedConnectionThatHoldsAPrice() {
        hotel = SampleHotel.another(SERAI.database());
        SERAI.sql()
                .sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
        SERAI.sql()
                .sql(
                        "insert into held_nights (remote_id, night, hotel_id, closed, min_through, prices) values (?, ?, ?, false, 0, array[12000])")
                .params(hotel.remoteRate(), NIGHT, hotel.id())
                .update();
    }

    @Test
    void areForgottenOnceTheirSliceShowsNoPriceAnyMore() {
        int shown = look(days("133.50"));
        List<Long> kept = kept();

        int shownAfter = look(List.of());

        assertThat(shown).isEqualTo(1);
        assertThat(kept).containsExactly(13350L);
        assertThat(shownAfter).isZero();
        assertThat(kept()).isEmpty();
    }

    private int look(List<ShownNights.Day> days) {
        ReadBack look =
                ReadBack.of(
                        new Claim(hotel.connection(), 1),
                        connection(),
                        List.of(new ReadBackSlice(NIGHT, NIGHT)),
                        Instant.now());
        return SERAI.part(ShownPrices.class).keep(look, remotes(), new ShownNights(days));
    }

    private Connection connection() {
        return SERAI.part(Connections.class).find(hotel.connection()).orElseThrow();
    }

    private List<Remote> remotes() {
        return SERAI.part(Connections.class).remotes(connection());
    }

    private List<ShownNights.Day> days(String price) {
        Remote rate =
                remotes().stream()
                        .filter(it -> it.id() == hotel.remoteRate())
                        .findFirst()
                        .orElseThrow();
        ShownNights.Prices prices = new ShownNights.Prices("EUR", new BigDecimal(price), null);
        return List.of(
                new ShownNights.Day(
                        rate.room(),
                        NIGHT,
                        null,
                        null,
                        null,
                        List.of(new ShownNights.Rate(rate.rate(), null, null, prices))));
    }

    private List<Long> kept() {
        return SERAI.sql()
                .sql("select shown from shown_prices where connection_id = ?")
                .param(hotel.connection())
                .query(Long.class)
                .list();
    }
}
