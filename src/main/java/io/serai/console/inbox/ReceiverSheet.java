package io.serai.console.inbox;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertReceivers;
import io.serai.alert.Receiver;
import io.serai.alert.ReceiverDesk;
import io.serai.alert.Severity;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NamedHotel;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is seen of who is told of alerts: those of somebody's hotels, and the form of one. */
@Component
class ReceiverSheet {

    private final AlertReceivers receivers;
    private final ReceiverDesk office;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    ReceiverSheet(
            AlertReceivers receivers, ReceiverDesk office, Users users, Desk desk, Frame frame) {
        this.receivers = receivers;
        this.office = office;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    /** Those that a filter means, and the form, with what was entered or is changed. */
    String show(SignedIn user, ReceiverFilter filter, Model model) {
        Grants grants = users.grants(user);
        List<Hotel> hotels = desk.hotels(user);
        ZoneId zone = InboxPage.zone(desk, user);
        NamedHotel named = NamedHotel.of(filter.of(), hotels);
        Sorting<ReceiverRow> sorting = Sorting.of(filter.order(), ReceiverFilter.columns());
        List<ReceiverRow> rows =
                mine(grants).stream()
                        .filter(it -> isToldOf(it, named))
                        .map(it -> ReceiverRow.of(it, hotels, zone))
                        .filter(filter::matches)
                        .sorted(sorting.order())
                        .toList();
        frame.on(model, user, "inbox");
        ReceiverEntry entry =
                model.getAttribute("entry") instanceof ReceiverEntry entered
                        ? entered
                        : ReceiverEntry.EMPTY;
        model.addAttribute("entry", entry);
        model.addAttribute("entryHotel", entered(entry, grants, places(user)));
        model.addAttribute("filter", filter);
        model.addAttribute("named", named);
        model.addAttribute("sorting", sorting);
        model.addAttribute("part", Part.of(rows, filter.at()));
        model.addAttribute("everywhere", grants.mayEverywhere(Right.ENGINEER));
        model.addAttribute("mails", office.mails());
        model.addAttribute("kinds", AlertKind.values());
        model.addAttribute("severities", Severity.values());
        return "inbox/receivers";
    }

    /** Who is told of all hotels is told of each. */
    private static boolean isToldOf(Receiver receiver, NamedHotel named) {
        return named.id() == null
                || named.id().equals(receiver.hotel())
                || !named.isUnknown() && receiver.hotel() == null;
    }

    /** Who works for one hotel alone need not say which. */
    private static NamedHotel entered(ReceiverEntry entry, Grants grants, List<Hotel> places) {
        boolean clear = places.size() == 1 && !grants.mayEverywhere(Right.ENGINEER);
        return NamedHotel.of(clear ? places.get(0).called() : entry.hotel(), places);
    }

    /** The hotels whose alerts somebody may have told to others. */
    List<Hotel> places(SignedIn user) {
        Grants grants = users.grants(user);
        return desk.hotels(user).stream()
                .filter(it -> grants.may(Right.ENGINEER, it.id()))
                .toList();
    }

    /**
     * One of those that somebody may change.
     *
     * @throws NotHere where there is none
     */
    Receiver find(SignedIn user, long id) {
        return mine(users.grants(user)).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotHere("receiver " + id));
    }

    private List<Receiver> mine(Grants grants) {
        return receivers.all(grants.hotels(Right.ENGINEER), grants.mayEverywhere(Right.ENGINEER));
    }
}
