package io.serai.reservation.guest;

import io.serai.channel.webhook.KeptBodies;
import io.serai.delivery.ParkedBodies;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that name a booking and are kept beside it. */
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

    private record Named(@Nullable Long account, String number, Instant since) {}

    List<GuestFile.Message> about(long reservation) {
        Named named =
                jdbc.sql("select account_id, number, created_at from reservations where id = ?")
                        .param(reservation)
                        .query(
                                (row, index) ->
                                        new Named(
                                                (Long) row.getObject(1),
                                                row.getString(2),
                                                row.getObject(3, OffsetDateTime.class)
                                                        .toInstant()
                                                        .minusSeconds(86_400)))
                        .single();
        return Stream.concat(parked(named), calls(named)).toList();
    }

    private Stream<GuestFile.Message> parked(Named named) {
        return parked.about(named.account(), named.number()).stream()
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
        return named.account() == null
                ? Stream.empty()
                : calls.about(named.account(), named.number(), named.since()).stream()
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
