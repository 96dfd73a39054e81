package io.serai.payment;

import io.serai.database.EngineSession;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends acts by hand whose end nobody knows: a person looked at the gateway. */
@Component
public class SettledActs {

    private final EngineSession engine;
    private final OpenActs acts;

    SettledActs(EngineSession engine, OpenActs acts) {
        this.engine = engine;
        this.acts = acts;
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
     * Ends one, and writes down who did; what follows of a charge or refund that was done follows.
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
        return engine.call(
                actor,
                session -> {
                    if (acts.end(session, hotels, actor, act, outcome, reference, null)) {
                        return Found.SETTLED;
                    }
                    boolean there =
                            session.sql(
                                            "select exists (select from payment_acts where id = ? and hotel_id = any (?))")
                                    .params(act, hotels.toArray(Long[]::new))
                                    .query(Boolean.class)
                                    .single();
                    return there ? Found.KNOWN : Found.NONE;
                });
    }
}
