package io.serai.api;

import io.serai.content.ContentState;
import io.serai.content.ContentStates;
import io.serai.content.ContentWishes;
import io.serai.content.Creations;
import io.serai.database.TenantSession;
import java.util.Optional;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What channels hold of hotels' content, and having them told. */
@Component("apiContentSync")
public class ApiContentSync {

    private final Targets targets;
    private final TenantSession tenants;
    private final ContentStates states;
    private final ContentWishes wishes;
    private final Creations creations;

    ApiContentSync(
            Targets targets,
            TenantSession tenants,
            ContentStates states,
            ContentWishes wishes,
            Creations creations) {
        this.targets = targets;
        this.tenants = tenants;
        this.states = states;
        this.wishes = wishes;
        this.creations = creations;
    }

    /** What a channel holds of a hotel. */
    public ContentState state(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return state(caller, targets.connection(caller, id));
    }

    /** Has a channel told what differs. */
    public ContentState sync(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = taken(caller, id);
        targets.asked(caller, target, "content-sync");
        wishes.want(target.id());
        return state(caller, target);
    }

    /**
     * Has what a channel refused sent again as it is.
     *
     * @param part the key of one part; null: all of the connection
     */
    public ContentState tryAgain(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("part") @Nullable String part) {
        Target target = taken(caller, id);
        targets.asked(caller, target, "content-try-again");
        wishes.tryAgain(target.id(), part == null ? null : (long) Targets.key(part));
        return state(caller, target);
    }

    /**
     * Has read at a channel what it holds.
     *
     * @param part the key of one part; null: all of the connection
     */
    public ContentState read(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("part") @Nullable String part) {
        Target target = taken(caller, id);
        targets.asked(caller, target, "content-read");
        if (wishes.read(target.id(), part == null ? null : (long) Targets.key(part)) == 0) {
            throw new Problem(
                    409,
                    "Cannot be read",
                    "part: "
                            + (part == null ? "none" : "'" + part + "'")
                            + " of those that the channel shows (expected: one that it does not work on)");
        }
        return state(caller, target);
    }

    /** Makes at a channel what is missing of a hotel, or all of it; goes on where it stopped. */
    public ContentState create(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = taken(caller, id);
        targets.asked(caller, target, "content-create");
        Optional<String> refused = creations.begin(target.id(), caller.actor());
        if (refused.isPresent()) {
            throw new Problem(409, "Cannot be made", refused.get());
        }
        return state(caller, target);
    }

    /** Somebody did at the channel what a step asks for. */
    public ContentState stepDone(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("step") String step) {
        Target target = taken(caller, id);
        if (!creations.done(target.id(), step)) {
            throw new Problem(
                    409,
                    "Not waited for",
                    "step: '" + step + "' (expected: one whose state is there)");
        }
        targets.asked(caller, target, "content-step-" + step);
        return state(caller, target);
    }

    private Target taken(Caller caller, String id) {
        Target target = targets.connection(caller, id);
        if (target.account() == 0 || target.state().equals("disconnected")) {
            throw new Problem(
                    409,
                    "Not taken in",
                    "state: '" + target.state() + "' (expected: one that was taken in)");
        }
        return target;
    }

    private ContentState state(Caller caller, Target target) {
        return tenants.call(
                caller.hotels(), caller.actor(), session -> states.of(session, target.id()));
    }
}
