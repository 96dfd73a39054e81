package io.serai.console.grid;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.Refusal;
import io.serai.console.Times;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.hotel.bulk.BulkEdits;
import io.serai.hotel.bulk.BulkPlan;
import io.serai.hotel.bulk.BulkRefused;
import io.serai.hotel.bulk.Undone;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightsStale;
import io.serai.hotel.night.SoldRows;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where many nights are changed at once: tried, made, and taken back. */
@Component
public class BulkDesk {

    private static final int LATEST = 8;

    private final Desk desk;
    private final Frame frame;
    private final SoldRows sold;
    private final BulkEdits edits;

    BulkDesk(Desk desk, Frame frame, SoldRows sold, BulkEdits edits) {
        this.desk = desk;
        this.frame = frame;
        this.sold = sold;
        this.edits = edits;
    }

    /**
     * What came of it.
     *
     * @param status the HTTP status that says the same
     * @param preview what would change; null where nothing was found, or all is done
     * @param problem what is wrong; empty when nothing
     * @param done what was done; empty when nothing
     * @param undo the key by which it is taken back; 0: by none
     */
    public record Outcome(
            int status, @Nullable BulkPreview preview, String problem, String done, long undo) {

        static Outcome wrong(int status, @Nullable BulkPreview preview, String problem) {
            return new Outcome(status, preview, problem, "", 0);
        }

        static Outcome done(String words, long undo) {
            return new Outcome(200, null, "", words, undo);
        }
    }

    /** Tries a change, or makes it where it was looked at before and is still the same. */
    public Outcome change(
            SignedIn user, int hotel, BulkPlanner planner, BulkValues entered, Model model) {
        try {
            return desk.at(
                    user,
                    hotel,
                    (database, here) -> {
                        frame.on(
                                model,
                                user,
                                here,
                                planner.table() == NightTable.RATES ? "rates" : "inventory");
                        return change(database, here, planner, entered);
                    });
        } catch (BulkRefused | Unusable problem) {
            return Outcome.wrong(422, null, Refusal.of(problem.getMessage()).words());
        } catch (NightsStale stale) {
            return Outcome.wrong(
                    409, null, "Somebody changed one of these nights just now. Nothing was done.");
        }
    }

    private Outcome change(
            JdbcClient database, Hotel here, BulkPlanner planner, BulkValues entered) {
        List<BulkPlanner.Sold> all = planner.sold(database, here);
        List<Integer> chosen =
                entered.ids().isEmpty()
                        ? all.stream()
                                .filter(each -> each.isChosen(entered))
                                .map(BulkPlanner.Sold::id)
                                .toList()
                        : entered.ids();
        HotelNights nights = sold.of(database, here.id(), planner.table());
        BulkPlan plan = planner.plan(database, here, nights, entered.scope(chosen), entered);
        BulkPreview preview =
                BulkPreview.of(
                        plan,
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                BulkPlanner.Sold::id, BulkPlanner.Sold::name)),
                        planner.one());
        String stamp = entered.text("stamp");
        if (stamp.isEmpty() || plan.isNothing()) {
            return new Outcome(200, preview, "", "", 0);
        }
        if (!stamp.equals(plan.stamp())) {
            return Outcome.wrong(
                    409,
                    preview,
                    "Somebody changed some of these nights meanwhile. Nothing was"
                            + " done; this is what it would do now.");
        }
        long id = edits.apply(database, nights, preview.summary(), plan);
        return Outcome.done(preview.summary() + ". Done; the channels are told.", id);
    }

    /** Takes a change back where nobody changed the nights since. */
    public Outcome undo(SignedIn user, int hotel, NightTable table, long id) {
        try {
            Undone undone =
                    desk.at(
                            user,
                            hotel,
                            (database, here) ->
                                    edits.undo(database, sold.of(database, hotel, table), id));
            return Outcome.done(
                    undone.nights()
                            + (undone.nights() == 1 ? " night is" : " nights are")
                            + " as before; the channels are told."
                            + (undone.left() == 0
                                    ? ""
                                    : " "
                                            + undone.left()
                                            + " stay as they are: somebody changed them since, or"
                                            + " they are past."),
                    0);
        } catch (BulkRefused problem) {
            return Outcome.wrong(409, null, Refusal.of(problem.getMessage()).words());
        } catch (NightsStale stale) {
            return Outcome.wrong(
                    409, null, "Somebody changed one of these nights just now. Try again.");
        }
    }

    /** A change that was made, for people. */
    public record Made(long id, String at, String who, String words, String undone) {}

    /** The latest of a hotel, the latest first. */
    public List<Made> latest(JdbcClient database, Hotel hotel, NightTable table) {
        return edits.latest(database, hotel.id(), table, LATEST).stream()
                .map(
                        edit ->
                                new Made(
                                        edit.id(),
                                        Times.minute(edit.at(), hotel.zone()),
                                        edit.who(),
                                        edit.words(),
                                        edit.undoneAt() == null
                                                ? ""
                                                : Times.minute(edit.undoneAt(), hotel.zone())))
                .toList();
    }
}
