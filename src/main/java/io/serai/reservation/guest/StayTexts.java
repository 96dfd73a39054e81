package io.serai.reservation.guest;

import io.serai.channel.webhook.BookingMentions;
import io.serai.channel.webhook.KeptBodies;
import io.serai.delivery.ParkedBodies;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that are about a booking alone and are kept beside it. */
@Repository
class StayTexts {

    private final JdbcClient jdbc;
    private final ParkedBodies parked;
    private final KeptBodies calls;

    StayTexts(JdbcClient jdbc, ParkedBodies parked, KeptBodies calls) {
        this.jdbc = jdbc;
        this.parked = parked;
        this.calls = calls;
    }

    private record Named(BookingMentions.Booking booking, Instant since) {}

    List<GuestFile.Message> about(long reservation) {
        Named named =
                jdbc.sql(
                                "select hotel_id, account_id, number, created_at from reservations where id = ?")
                        .param(reservation)
                        .query(
                                (row, index) ->
                                        new Named(
                                                new BookingMentions.Booking(
                                                        (Integer) row.getObject(1),
                                                        (Long) row.getObject(2),
                                                        row.getString(3)),
                                                row.getObject(4, OffsetDateTime.class)
                                                        .toInstant()
                                                        .minusSeconds(86_400)))
                        .single();
        return Stream.concat(parked(named), calls(named)).toList();
    }

    private Stream<GuestFile.Message> parked(Named named) {
        return parked.about(named.booking()).stream()
                .map(
                        body ->
                                new GuestFile.Message(
                                        "parked",
                                        Long.toString(body.id()),
                                        body.at(),
                                        body.kind(),
                                        body.text()));
    }

    private Stream<GuestFile.Message> calls(Named named) {
        return named.booking().account() == null
                ? Stream.empty()
                : calls.about(named.booking(), named.since()).stream()
                        .map(
                                body ->
                                        new GuestFile.Message(
                                                "call",
                                                Long.toString(body.id()),
                                                body.at(),
                                                body.kind(),
                                                body.text()));
    }
}
