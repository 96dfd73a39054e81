package io.serai.console.inbox;

import io.serai.alert.Alerts;
import io.serai.channel.Channels;
import io.serai.console.ChannelNames;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NamedHotel;
import io.serai.console.NotHere;
import io.serai.console.Times;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.delivery.inbox.Inbox;
import io.serai.delivery.inbox.InboxMessage;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.OpenedBodies;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What could not be processed, looked through, and one of it with its reason and its body. */
@Controller
@RequestMapping("/inbox")
class InboxPage {

    private static final int PAGE = 50;

    private final Inbox inbox;
    private final OpenedBodies bodies;
    private final UnmappedBookings unmapped;
    private final Alerts alerts;
    private final Channels channels;
    private final ChannelNames names;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    InboxPage(
            Inbox inbox,
            OpenedBodies bodies,
            UnmappedBookings unmapped,
            Alerts alerts,
            Channels channels,
            ChannelNames names,
            Users users,
            Desk desk,
            Frame frame) {
        this.inbox = inbox;
        this.bodies = bodies;
        this.unmapped = unmapped;
        this.alerts = alerts;
        this.channels = channels;
        this.names = names;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") InboxFilter filter,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        ZoneId zone = zone(desk, user);
        long from = before == null ? Long.MAX_VALUE : before;
        NamedHotel hotel = NamedHotel.of(filter.hotel(), desk.hotels(user));
        List<InboxMessage> found =
                inbox.list(filter.wish(users.hotels(user), hotel, zone), from, PAGE + 1);
        List<InboxMessage> shown = found.subList(0, Math.min(PAGE, found.size()));
        frame.on(model, user, "inbox");
        model.addAttribute("zone", zone.getId());
        model.addAttribute(
                "messages", shown.stream().map(it -> InboxRow.of(it, names, zone)).toList());
        model.addAttribute("named", hotel);
        model.addAttribute("waiting", filter.isWaiting());
        model.addAttribute("channels", channels.all());
        model.addAttribute("unmapped", unmapped.count(user));
        model.addAttribute("unseen", alerts.unseen(AlertsPage.seen(users.grants(user))));
        model.addAttribute(
                "next", found.size() > PAGE ? filter.address(shown.get(PAGE - 1).id()) : null);
        return "inbox/list";
    }

    /** One message: why it waits, what to do, and to engineers its body with people masked. */
    @GetMapping("/{id:[0-9]{1,18}}")
    String message(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @RequestParam(name = "body", defaultValue = "false") boolean body,
            Model model) {
        InboxMessage message =
                inbox.find(InboxWish.all(users.hotels(user)), id)
                        .orElseThrow(() -> new NotHere("message " + id));
        ZoneId zone = zone(desk, user);
        boolean opens = mayOpen(users.grants(user), message);
        frame.on(model, user, "inbox");
        model.addAttribute("zone", zone.getId());
        model.addAttribute("message", message);
        model.addAttribute("row", InboxRow.of(message, names, zone));
        model.addAttribute("first", Times.moment(message.firstAt(), zone));
        model.addAttribute("opens", opens);
        model.addAttribute(
                "body",
                body && opens
                        ? bodies.open(message, user.actor()).orElse("Nothing of it is kept.")
                        : null);
        return "inbox/message";
    }

    private static boolean mayOpen(Grants grants, InboxMessage message) {
        Integer hotel = message.hotel();
        return hotel == null
                ? grants.mayEverywhere(Right.ENGINEER)
                : grants.may(Right.ENGINEER, hotel);
    }

    /** The zone of the times that somebody reads: their first hotel's. */
    static ZoneId zone(Desk desk, SignedIn user) {
        return desk.hotels(user).stream().map(Hotel::zone).findFirst().orElse(ZoneOffset.UTC);
    }
}
