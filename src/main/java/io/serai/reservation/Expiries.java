package io.serai.reservation;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.Expiry.Told;
import io.serai.channel.ReservationWays;
import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Room;
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

    Expiries(JdbcClient jdbc, Channels channels, ReservationSettings settings) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * When a message expires; null where its channel lets none expire.
     *
     * @param now by the database's clock: what is kept must not follow an instance's that is wrong
     */
    @Nullable Deadline of(
            long accountId,
            String provider,
            KnownReservation known,
            IncomingReservation told,
            Optional<HotelConnection> at,
            Instant now) {
        return channels.findByCode(provider)
                .flatMap(
                        channel ->
                                of(
                                        channel,
                                        accountId,
                                        begin(channel, told, now),
                                        arrival(told).or(() -> booked(known.id())).orElse(null),
                                        at))
                .orElse(null);
    }

    /**
     * When a message expires that could not be taken in, as far as it says so; what it does not say
     * is taken as soon as it may be.
     *
     * @param told null where it could not even be translated
     */
    @Nullable Deadline parked(
            long accountId,
            String provider,
            @Nullable IncomingReservation told,
            Optional<HotelConnection> at) {
        Instant now = now();
        return channels.findByCode(provider)
                .flatMap(
                        channel ->
                                of(
                                        channel,
                                        accountId,
                                        told == null ? now : begin(channel, told, now),
                                        told == null ? null : arrival(told).orElse(null),
                                        at))
                .orElse(null);
    }

    private Optional<Deadline> of(
            Channel channel,
            long accountId,
            Instant begin,
            @Nullable LocalDate arrival,
            Optional<HotelConnection> at) {
        ReservationWays ways = channel.definition().reservations();
        return ways.waits(
                        new Told(
                                begin,
                                arrival,
                                at.map(it -> ZoneId.of(it.timeZone())).orElse(ZoneOffset.UTC),
                                () -> way(accountId, ways),
                                mark -> "true".equals(choice(accountId, mark).orElse(""))))
                .map(wait -> new Deadline(begin, begin.plus(wait)));
    }

    private @Nullable String way(long accountId, ReservationWays ways) {
        return choice(accountId, "reservations").filter(ways.ways()::contains).orElse(ways.usual());
    }

    private Optional<String> choice(long accountId, String name) {
        return jdbc.sql("select account_choice(?, ?)")
                .params(accountId, name)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /**
     * Where a channel does not say when it changed a booking, it did so just now: when that was
     * booked says nothing.
     */
    private Instant begin(Channel channel, IncomingReservation told, Instant now) {
        return Optional.ofNullable(told.changed())
                .or(
                        () ->
                                Optional.ofNullable(told.created())
                                        .filter(created -> told.kind() == Kind.NEW)
                                        .map(created -> settings.moment(channel.folder(), created))
                                        .map(OffsetDateTime::toInstant)
                                        .filter(now::isAfter))
                .orElse(now);
    }

    private Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A cancellation may name no nights: it is about those that are booked. */
    private static Optional<LocalDate> arrival(IncomingReservation told) {
        return told.stays().map(Room::arrival).min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> booked(long reservationId) {
        return jdbc.sql("select arrival from reservations where id = ? and arrival is not null")
                .param(reservationId)
                .query(LocalDate.class)
                .optional();
    }
}
