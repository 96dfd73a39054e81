package io.serai.reservation;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.Expiry;
import io.serai.reservation.IncomingReservation.Room;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when a channel wants to know that we have a reservation. */
@Component
class Expiries {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ReservationSettings settings;
    private final Clock clock;

    Expiries(JdbcClient jdbc, Channels channels, ReservationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** When a message expires; null where its channel lets none expire. */
    @Nullable Instant of(
            String provider,
            KnownReservation known,
            IncomingReservation told,
            Optional<HotelConnection> at) {
        return channels.findByCode(provider)
                .flatMap(channel -> of(channel, known, told, at))
                .orElse(null);
    }

    private Optional<Instant> of(
            Channel channel,
            KnownReservation known,
            IncomingReservation told,
            Optional<HotelConnection> at) {
        Expiry expiry = channel.definition().reservations().expires();
        if (expiry == null) {
            return Optional.empty();
        }
        var zone = at.map(it -> ZoneId.of(it.timeZone())).orElse(ZoneOffset.UTC);
        return Optional.of(expiry.of(begin(channel, told), arrival(known, told), zone));
    }

    private Instant begin(Channel channel, IncomingReservation told) {
        return Optional.ofNullable(told.changed())
                .or(
                        () ->
                                Optional.ofNullable(
                                                settings.moment(channel.folder(), told.created()))
                                        .map(OffsetDateTime::toInstant))
                .orElseGet(clock::instant);
    }

    /** A cancellation that names no nights is about those that are booked. */
    private @Nullable LocalDate arrival(KnownReservation known, IncomingReservation told) {
        return told.stays()
                .map(Room::arrival)
                .min(Comparator.naturalOrder())
                .or(() -> booked(known.id()))
                .orElse(null);
    }

    private Optional<LocalDate> booked(long reservationId) {
        return jdbc.sql("select arrival from reservations where id = ? and arrival is not null")
                .param(reservationId)
                .query(LocalDate.class)
                .optional();
    }
}
