package io.serai.reservation;

import io.serai.vault.PersonalKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes the people out of a booking's rows. What says who they were is gone with the key; stay,
 * prices, taxes and services stay, sealed under a new one, as a booking without people would have
 * come.
 */
@Repository
class Erasing {

    private final JdbcClient jdbc;
    private final PersonalKeys keys;
    private final People people;

    Erasing(JdbcClient jdbc, PersonalKeys keys, People people) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.people = people;
    }

    /** In the caller's transaction, which holds the booking. */
    void erase(KnownReservation known, String actor) {
        byte[] key = keys.newKey();
        byte[] old = known.personKey();
        if (old != null) {
            withoutPeople(known.id(), old, key);
        }
        jdbc.sql(
                        """
                        update reservations
                           set person_key = ?, booker_sealed = null, booker_hash = null, email_hash = null, words_sealed = null,
                               erased_at = coalesce(erased_at, clock_timestamp()), erased_by = coalesce(erased_by, ?)
                         where id = ?
                        """)
                .params(key, actor, known.id())
                .update();
        for (String statement :
                List.of(
                        "update reservation_rooms set guest_sealed = null, remarks_sealed = null where reservation_id = ?",
                        "delete from guests where reservation_id = ?",
                        "update ota_payments set card_token = null, card_last4 = null where reservation_id = ?",
                        "update payment_cards set card_token = null, card_last4 = null where reservation_id = ?",
                        "delete from card_reveals where reservation_id = ?",
                        "delete from mapped_messages where account_id = (select account_id from reservations where id = ?)")) {
            jdbc.sql(statement).param(known.id()).update();
        }
        jdbc.sql(
                        """
                        delete from camel_messageprocessed m using reservations r
                         where r.id = ? and r.account_id is not null and starts_with(m.messageid, r.account_id || '/')
                           and right(m.messageid, length(r.number) + 1) = '/' || r.number
                        """)
                .param(known.id())
                .update();
    }

    /**
     * Each revision says what it said without people: its body, and the hash by which a repetition
     * is known. Two that said the same but for people are one content that came twice.
     */
    private void withoutPeople(long reservation, byte[] old, byte[] key) {
        record Row(long id, byte[] body) {}
        var rows =
                jdbc.sql(
                                "select id, body_sealed as body from reservation_revisions where reservation_id = ? order by revision")
                        .param(reservation)
                        .query(Row.class)
                        .list();
        jdbc.sql("update reservation_revisions set turn = -revision where reservation_id = ?")
                .param(reservation)
                .update();
        Map<String, Integer> turns = new HashMap<>();
        for (Row row : rows) {
            var left = Nameless.of(people.openRevision(old, row.body()));
            var hash = ContentHash.of(left);
            int turn = Objects.requireNonNull(turns.merge(hash.hex(), 1, Integer::sum)) - 1;
            jdbc.sql(
                            "update reservation_revisions set body_sealed = ?, content_hash = ?, turn = ? where id = ?")
                    .params(people.sealRevision(key, left), hash.bytes(), turn, row.id())
                    .update();
        }
    }
}
