package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.Unusable;
import io.serai.console.grid.Seen;
import io.serai.delivery.Wakes;
import io.serai.hotel.plan.PlanRefused;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where people write what a hotel sells: whole or not at all, and told to channels with the commit.
 */
@Component
class RecordDesk {

    private final Desk desk;
    private final Wakes wakes;

    RecordDesk(Desk desk, Wakes wakes) {
        this.desk = desk;
        this.wakes = wakes;
    }

    /** Something that is written in one transaction. */
    interface Work {

        /**
         * Writes it.
         *
         * @throws NotWritten where it cannot be
         */
        Written write(JdbcClient database, Hotel here);
    }

    /**
     * It was written.
     *
     * @param path of the page that shows it
     * @param words what became of it
     */
    record Written(String path, String words) {}

    /** The form again, of which nothing was written. */
    interface Again {

        /** Shows it. */
        String show(JdbcClient database, Hotel here, NotWritten why);
    }

    /**
     * Writes and leads to what was written; or shows the form again with the reason in a sentence.
     *
     * @param what is written, as plan
     */
    String write(Asked asked, String what, Work work, Again again) {
        try {
            Written written = write(asked, what, work);
            asked.next().addFlashAttribute("said", written.words());
            return "redirect:" + written.path();
        } catch (NotWritten why) {
            asked.response().setStatus(why.status());
            return desk.at(
                    asked.user(),
                    asked.hotel(),
                    (database, here) -> again.show(database, here, why));
        }
    }

    /**
     * What is stored, locked, and as whoever writes has seen it.
     *
     * @param what it is, as plan
     * @throws NotWritten where somebody else wrote since
     */
    static <T> T asSeen(Optional<T> locked, String what, int id, String seen) {
        T stored = locked.orElseThrow(() -> new NotHere(what + " " + id));
        if (!Seen.stamp(stored).equals(seen)) {
            throw NotWritten.overtaken(what);
        }
        return stored;
    }

    private Written write(Asked asked, String what, Work work) {
        try {
            return desk.at(
                    asked.user(),
                    asked.hotel(),
                    (database, here) -> {
                        wakes.afterCommit();
                        return work.write(database, here);
                    });
        } catch (PlanRefused refused) {
            throw said(refused, what);
        } catch (DataIntegrityViolationException refused) {
            throw said(PlanRefused.of(refused), what);
        } catch (Unusable unusable) {
            throw new NotWritten(unusable.status(), "", String.valueOf(unusable.getMessage()));
        }
    }

    private static NotWritten said(PlanRefused refused, String what) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case TAKEN ->
                    new NotWritten(
                            409,
                            "code",
                            "Another %s of the hotel has this code: give it one that is not used yet."
                                    .formatted(what));
            case IN_USE -> new NotWritten(409, "", inUse(message));
            case NOT_MEANT ->
                    new NotWritten(
                            422, refused.field(), Refusal.of(asThePageSaysIt(message)).words());
        };
    }

    /** Programs write null where a form has a dash, and have other names for what it names. */
    private static String asThePageSaysIt(String message) {
        return message.replaceFirst("^parent_id:", "parent:")
                .replaceFirst("^products[.]usualPrices:", "usualPrice:")
                .replace(", or null where", ", or – where");
    }

    private static String inUse(String message) {
        if (message.contains("is not present in table")) {
            return "What was chosen of the hotel's plans, terms or room types is gone by now: choose again. Nothing was changed.";
        }
        String by =
                message.contains("\"ota_rate_plans\"")
                        ? "A rate of a channel is mapped to it: map that to something else first"
                        : message.contains("\"rate_plans\"")
                                ? "A rate plan is made from it or names it: change that plan first"
                                : "Something of the hotel still refers to it";
        return by + ". Nothing was changed.";
    }
}
