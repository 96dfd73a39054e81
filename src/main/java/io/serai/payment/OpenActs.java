package io.serai.payment;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of charges and refunds whose end nobody knows. */
@Repository
class OpenActs {

    private final MovedMoney moved;
    private final ParkedActs parked;

    OpenActs(MovedMoney moved, ParkedActs parked) {
        this.moved = moved;
        this.parked = parked;
    }

    private record Ended(long reservation, String kind, @Nullable String card) {}

    /** One that is tried still or not known; empty where its end is known. */
    Optional<OpenAct> find(JdbcClient session, long act) {
        return session.sql(
                        """
                        select a.id, a.kind, a.gateway, a.key, a.state, a.begun_at, c.reference as charge
                          from payment_acts a left join payment_acts c on c.id = a.charge_id
                         where a.id = ? and a.state in ('asked', 'not-known')
                        """)
                .param(act)
                .query(OpenAct.class)
                .optional();
    }

    /** Has one that is tried still sent now, under its key. */
    void hurry(JdbcClient session, long act) {
        session.sql(
                        "update payment_acts set next_try_at = clock_timestamp() where id = ? and state = 'asked' and until < clock_timestamp()")
                .param(act)
                .update();
    }

    /**
     * Ends one that is not known, with all that follows; the session knows who does.
     *
     * @param hotels those whose acts may be ended; null: any
     * @param outcome done or refused
     * @return whether there was one
     */
    boolean end(
            JdbcClient session,
            @Nullable Collection<Long> hotels,
            String actor,
            long act,
            String outcome,
            @Nullable String reference,
            @Nullable String code) {
        Optional<Ended> ended =
                session.sql(
                                """
                                with ended as (
                                    update payment_acts set state = :outcome, reference = :reference, code = :code, words = null, settled_at = clock_timestamp()
                                     where id = :id and state = 'not-known' and (cast(:hotels as bigint[]) is null or hotel_id = any (:hotels))
                                    returning hotel_id, reservation_id, kind, card_token),
                                noted as (
                                    insert into audit (hotel_id, subject, subject_id, act)
                                    select hotel_id, 'reservation', reservation_id, kind || '-found-' || :outcome from ended)
                                select reservation_id as reservation, kind, card_token as card from ended
                                """)
                        .param("outcome", outcome)
                        .param("reference", reference)
                        .param("code", code)
                        .param("id", act)
                        .param("hotels", hotels == null ? null : hotels.toArray(Long[]::new))
                        .query(Ended.class)
                        .optional();
        ended.ifPresent(
                it -> {
                    if (outcome.equals("done")) {
                        moved.follow(it.reservation(), it.kind().equals("charge"), it.card());
                    }
                    parked.release(act, actor);
                });
        return ended.isPresent();
    }
}
