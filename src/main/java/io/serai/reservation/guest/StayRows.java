package io.serai.reservation.guest;

import io.serai.reservation.People;
import io.serai.vault.CardToken;
import io.serai.vault.ClearCard;
import io.serai.vault.ClearCards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a booking beside what it says now. */
@Repository
class StayRows {

    private final JdbcClient jdbc;
    private final People people;
    private final ClearCards cards;

    StayRows(JdbcClient jdbc, People people, ClearCards cards) {
        this.jdbc = jdbc;
        this.people = people;
        this.cards = cards;
    }

    @Nullable Instant erasedAt(long reservation) {
        return jdbc.sql("select erased_at from reservations where id = ? and erased_at is not null")
                .param(reservation)
                .query((row, index) -> at(row, 1))
                .optional()
                .orElse(null);
    }

    List<GuestFile.Told> revisions(long reservation) {
        return all(
                """
                select v.revision, v.kind, v.received_at, v.body_sealed, r.person_key
                  from reservation_revisions v join reservations r on r.id = v.reservation_id
                 where r.id = ? and r.person_key is not null order by v.revision
                """,
                reservation,
                (row, index) ->
                        new GuestFile.Told(
                                row.getInt(1),
                                row.getString(2),
                                at(row, 3),
                                people.openRevision(row.getBytes(5), row.getBytes(4))));
    }

    List<GuestFile.Card> cards(long reservation) {
        return all(
                """
                select c.token, c.last_four, k.created_at
                  from card_reservations k join cards c on c.id = k.card_id where k.reservation_id = ? order by k.created_at
                """,
                reservation,
                (row, index) -> {
                    ClearCard card = cards.open(new CardToken(row.getString(1))).orElseThrow();
                    return new GuestFile.Card(
                            row.getString(2),
                            card.expires(),
                            card.holder(),
                            card.code() != null,
                            at(row, 3));
                });
    }

    List<GuestFile.PassedOn> passedOn(long reservation) {
        return all(
                """
                select s.url, d.event, s.payload, d.created_at, d.state
                  from hook_deliveries d join hook_subscriptions s on s.id = d.subscription_id
                 where d.reservation_id = ? order by d.id
                """,
                reservation,
                (row, index) ->
                        new GuestFile.PassedOn(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                at(row, 4),
                                row.getString(5)));
    }

    List<GuestFile.Request> requests(long reservation) {
        return all(
                "select id, coalesce(action, port), state, asked_by, asked_at from channel_requests where reservation_id = ? order by id",
                reservation,
                (row, index) ->
                        new GuestFile.Request(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                at(row, 5)));
    }

    List<GuestFile.Act> acts(long reservation) {
        return all(
                "select at, actor, act from audit where subject = 'reservation' and subject_id = ? order by id",
                reservation,
                (row, index) -> new GuestFile.Act(at(row, 1), row.getString(2), row.getString(3)));
    }

    private <T> List<T> all(String sql, long reservation, RowMapper<T> row) {
        return jdbc.sql(sql).param(reservation).query(row).list();
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
