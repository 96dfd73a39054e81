package io.serai.console.bookings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Amount;
import io.serai.console.ChannelNames;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.NotHere;
import io.serai.reservation.action.ReservationActions;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Night;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.detail.ToldRevisions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bookings and what may be done with them for their page. */
@Component
class BookingSheets {

    private final BookingDetails details;
    private final ReservationActions actions;
    private final ToldRevisions revisions;
    private final ChannelNames channels;
    private final Clock clock;

    BookingSheets(
            BookingDetails details,
            ReservationActions actions,
            ToldRevisions revisions,
            ChannelNames channels,
            Clock clock) {
        this.revisions = revisions;
        this.channels = channels;
        this.details = details;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * A booking of a hotel.
     *
     * @throws NotHere when the hotel has none of this key
     */
    BookingSheet read(JdbcClient database, Hotel hotel, long id) {
        BookingDetail booking =
                details.read(database, id).orElseThrow(() -> new NotHere("booking " + id));
        return new BookingSheet(
                booking,
                channel(database, id),
                channels.of(booking.channel()),
                HotelNames.of(database, hotel.id()),
                isUnawaited(database, id),
                booking.status().equals("cancelled")
                        ? CancelledTotal.words(revisions.of(database, id), booking.currency())
                        : "",
                hotel.zone(),
                clock.instant());
    }

    private static boolean isUnawaited(JdbcClient database, long id) {
        return database.sql(
                        """
                        select exists (select from reservation_revisions v
                                        where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null
                                          and v.confirm_ended_at is null and v.expires_at is null)
                          from reservations r where r.id = ?
                        """)
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static String channel(JdbcClient database, long id) {
        return database.sql(
                        """
                        select case r.provider when 'direct' then 'Direct' else coalesce(c.integration_name, r.provider) end from reservations r
                          left join third_party_integrations c on c.id = r.connection_id where r.id = ?
                        """)
                .param(id)
                .query(String.class)
                .single();
    }

    /** A night of a booking that is sold too often. */
    record Oversold(int roomType, String name, LocalDate night) {}

    /** The nights of a booking that are sold too often now. */
    List<Oversold> oversoldNights(JdbcClient session, long id) {
        return session.sql(
                        """
                        select distinct n.room_type_id as room_type, t.name, n.night
                          from reservation_nights n
                          join room_types t on t.id = n.room_type_id
                          join rooms_to_sell s on s.room_type_id = n.room_type_id and s.night = n.night
                          join reservations r on r.id = n.reservation_id
                         where r.id = ? and s.is_oversold and s.night >= r.arrival and s.night < r.departure
                         order by n.night
                        """)
                .param(id)
                .query(Oversold.class)
                .list();
    }

    /** What may be done with it; the forms begin with how it stands. */
    List<ActionCard> actions(JdbcClient database, BookingSheet sheet) {
        ObjectNode begin = begin(sheet.booking());
        return actions.of(database, Long.parseLong(sheet.booking().id())).stream()
                .map(action -> ActionCard.of(action, begin, sheet.zone()))
                .toList();
    }

    private static ObjectNode begin(BookingDetail booking) {
        ObjectNode begin = JsonNodeFactory.instance.objectNode();
        begin.put("currency", booking.currency());
        if (booking.departure() != null) {
            begin.put("checkout", booking.departure().toString());
        }
        Map<LocalDate, BigDecimal> prices = new TreeMap<>();
        booking.rooms().stream()
                .flatMap(room -> room.nights().stream())
                .forEach(night -> prices.merge(night.night(), price(night), BigDecimal::add));
        prices.forEach(
                (night, price) ->
                        begin.withArray("nights")
                                .addObject()
                                .put("night", night.toString())
                                .put("price", price.toPlainString()));
        return begin;
    }

    private static BigDecimal price(Night night) {
        Amount price = night.price();
        return price == null ? BigDecimal.ZERO : price.value();
    }
}
