package io.serai.delivery;

import io.serai.ari.PriceLayout;
import io.serai.ari.Remote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prices that a channel shows, beside those that it accepted. What differs is kept for reports, and
 * nothing is sent for it: whether a channel shows what it was told (a net price, say) is its own.
 */
@Repository
class ShownPrices {

    private static final String DIFFERENT =
            """
            with shown as (
                select u.remote, u.night::date as night, u.position, u.bit, u.shown
                  from unnest(cast(:remotes as int[]), cast(:nights as text[]), cast(:positions as int[]), cast(:bits as int[]), cast(:shown as bigint[]))
                       u (remote, night, position, bit, shown)),
            different as (
                select s.remote, s.night, s.position, h.prices[s.position + 1] as held, s.shown
                  from shown s
                  join held_nights h on h.remote_id = s.remote and h.night = s.night and h.unknown & s.bit = 0
                 where h.night between :from and :to and h.prices[s.position + 1] <> s.shown),
            gone as (
                delete from shown_prices p
                 where p.connection_id = :connection
                   and (p.night < cast(:from as date) - 400
                        or p.night between :from and :to
                           and not exists (select from different d where d.remote = p.remote_id and d.night = p.night and d.position = p.position)))
            insert into shown_prices (hotel_id, connection_id, remote_id, night, position, held, shown)
            select :hotel, :connection, remote, night, position, held, shown from different
            on conflict (remote_id, night, position) do update set held = excluded.held, shown = excluded.shown, shown_at = now()
            """;

    private final JdbcClient jdbc;

    ShownPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what a slice showed otherwise than it was accepted.
     *
     * @param known what of the channel's rates means something here
     * @return how many prices it showed
     */
    @Transactional
    public int keep(ReadBack look, List<Remote> known, ShownNights shown) {
        Connection connection = look.connection();
        Cells cells = new Cells(connection.currency(), connection.digits());
        Map<String, Integer> remotes = new HashMap<>();
        known.forEach(it -> remotes.put(it.room() + "/" + it.rate(), it.id()));
        for (ShownNights.Day day : shown.days()) {
            for (ShownNights.Rate rate : day.rates()) {
                cells.add(remotes.get(day.room() + "/" + rate.rate()), day.night(), rate.prices());
            }
        }
        jdbc.sql(DIFFERENT)
                .param("remotes", cells.remote.toArray(Integer[]::new))
                .param("nights", cells.night.toArray(String[]::new))
                .param("positions", cells.position.toArray(Integer[]::new))
                .param("bits", cells.bit.toArray(Integer[]::new))
                .param("shown", cells.shown.toArray(Long[]::new))
                .param("hotel", connection.hotel())
                .param("connection", connection.id())
                .param("from", look.slice().from())
                .param("to", look.slice().to())
                .update();
        return cells.shown.size();
    }

    /** Prices in the connection's currency; any other is none that could be compared. */
    private static final class Cells {

        private final String currency;
        private final int digits;
        private final List<Integer> remote = new ArrayList<>();
        private final List<String> night = new ArrayList<>();
        private final List<Integer> position = new ArrayList<>();
        private final List<Integer> bit = new ArrayList<>();
        private final List<Long> shown = new ArrayList<>();

        private Cells(String currency, int digits) {
            this.currency = currency;
            this.digits = digits;
        }

        private void add(
                @Nullable Integer of, LocalDate date, ShownNights.@Nullable Prices prices) {
            if (of == null || prices == null || !prices.currency().equals(currency)) {
                return;
            }
            if (prices.room() != null) {
                add(of, date, PriceLayout.ROOM, 0, prices.room());
            }
            if (prices.guests() != null) {
                prices.guests()
                        .forEach(
                                (guests, amount) ->
                                        add(of, date, PriceLayout.OCCUPANCY, guests - 1, amount));
            }
        }

        private void add(int of, LocalDate date, PriceLayout layout, int at, BigDecimal amount) {
            if (at < PriceLayout.MOST_GUESTS) {
                remote.add(of);
                night.add(date.toString());
                position.add(at);
                bit.add(layout.bit(at));
                shown.add(
                        amount.movePointRight(digits)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact());
            }
        }
    }
}
