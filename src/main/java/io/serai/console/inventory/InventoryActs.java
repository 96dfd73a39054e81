package io.serai.console.inventory;

import io.serai.console.access.SignedIn;
import io.serai.delivery.DriftChoice;
import io.serai.delivery.DriftSettling;
import io.serai.delivery.ReadBackWishes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person has a channel do about its rooms: show them, and settle what differs. */
@Controller
@RequestMapping("/hotels/{hotel}/inventory/connections/{connection}")
class InventoryActs {

    private final ChannelAct acts;
    private final ReadBackWishes readBacks;
    private final DriftSettling settling;

    InventoryActs(ChannelAct acts, ReadBackWishes readBacks, DriftSettling settling) {
        this.acts = acts;
        this.readBacks = readBacks;
        this.settling = settling;
    }

    /** Reads what the channel holds, and compares it. */
    @PostMapping("/read-back")
    String readBack(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        visible(user, hotel, connection, "read-back");
        boolean begun = readBacks.want(connection);
        return ChannelAct.answer(
                hotel,
                begun ? 200 : 409,
                begun
                        ? "What the channel holds is being read; what differs is listed here."
                        : "Nothing is read: the connection is not open, or the channel does not"
                                + " show what it holds.",
                part,
                response,
                model,
                next);
    }

    /** Settles what the channel shows otherwise. */
    @PostMapping("/drifts/{drift}")
    String settle(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("drift") long drift,
            @RequestParam("as") String as,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (!as.equals("ours") && !as.equals("theirs")) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "as: '" + as + "' (expected: ours or theirs)");
        }
        boolean there =
                acts.at(
                        user,
                        hotel,
                        connection,
                        database ->
                                !database.sql(
                                                "select id from drifts where id = ? and connection_id = ?")
                                        .params(drift, connection)
                                        .query(Long.class)
                                        .list()
                                        .isEmpty());
        boolean settled =
                there
                        && settling.settle(List.of(drift), DriftChoice.settling(as), user.actor())
                                > 0;
        return ChannelAct.answer(
                hotel,
                settled ? 200 : 409,
                settled
                        ? as.equals("ours")
                                ? "Settled: what the hotel set is sent again."
                                : "Settled: the hotel's nights are what the channel shows."
                        : "Nothing was done: it is settled already.",
                part,
                response,
                model,
                next);
    }

    private void visible(SignedIn user, int hotel, int connection, String act) {
        acts.at(
                user,
                hotel,
                connection,
                database ->
                        database.sql(
                                        """
                                        insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                                        """)
                                .params(hotel, connection, act)
                                .update());
    }
}
