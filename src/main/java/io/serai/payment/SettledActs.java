package io.serai.payment;

import io.serai.database.EngineSession;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends acts by hand whose end nobody knows: a person looked at the gateway. */
@Component
public class SettledActs {

    private final EngineSession engine;

    SettledActs(EngineSession engine) {
        this.engine = engine;
    }

    /** What was met. */
    public enum Found {
        SETTLED,
        /** Its end is known, or it is still being tried. */
        KNOWN,
        /** There is none that may be seen. */
        NONE
    }

    /**
     * Ends one, and writes down who did.
     *
     * @param hotels those whose acts may be seen
     * @param outcome done or refused
     * @param reference the gateway's own name of it, where it was done
     */
    public Found settle(
            Collection<Long> hotels,
            String actor,
            long act,
            String outcome,
            @Nullable String reference) {
        Long[] own = hotels.toArray(Long[]::new);
        return engine.call(
                actor,
                session -> {
                    boolean ended =
                            session.sql(
                                                    """
                                                    with ended as (
                                                        update payment_acts set state = :outcome, reference = :reference, settled_at = clock_timestamp()
                                                         where id = :id and state = 'not-known' and hotel_id = any (:hotels)
                                                        returning hotel_id, reservation_id, kind)
                                                    insert into audit (hotel_id, subject, subject_id, act)
                                                    select hotel_id, 'reservation', reservation_id, kind || '-found-' || :outcome from ended
                                                    """)
                                            .param("outcome", outcome)
                                            .param("reference", reference)
                                            .param("id", act)
                                            .param("hotels", own)
                                            .update()
                                    == 1;
                    boolean there =
                            session.sql(
                                            "select exists (select from payment_acts where id = ? and hotel_id = any (?))")
                                    .params(act, own)
                                    .query(Boolean.class)
                                    .single();
                    return ended ? Found.SETTLED : there ? Found.KNOWN : Found.NONE;
                });
    }
}
