package io.serai.console.inbox;

import io.serai.alert.Alert;
import io.serai.alert.AlertKind;
import io.serai.alert.AlertWish;
import io.serai.alert.Alerts;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NamedHotel;
import io.serai.console.NotHere;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person must know as long as it lasts, what to do about it, and who knows of it. */
@Controller
@RequestMapping("/inbox/alerts")
class AlertsPage {

    private static final int PAGE = 50;

    private final Alerts alerts;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    AlertsPage(Alerts alerts, Users users, Desk desk, Frame frame) {
        this.alerts = alerts;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") AlertFilter filter,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        Grants grants = users.grants(user);
        NamedHotel hotel = NamedHotel.of(filter.hotel(), desk.hotels(user));
        List<Alert> found =
                alerts.list(
                        filter.wish(
                                grants.hotels(Right.READ),
                                hotel,
                                grants.mayEverywhere(Right.ENGINEER)),
                        before == null ? Long.MAX_VALUE : before,
                        PAGE + 1);
        List<Alert> shown = found.subList(0, Math.min(PAGE, found.size()));
        frame.on(model, user, "inbox");
        model.addAttribute(
                "alerts",
                shown.stream().map(it -> AlertRow.of(it, mayAcknowledge(grants, it))).toList());
        model.addAttribute("named", hotel);
        model.addAttribute("unseen", alerts.unseen(seen(grants)));
        model.addAttribute("kinds", AlertKind.values());
        model.addAttribute("mayTell", grants.mayAnywhere(Right.ENGINEER));
        model.addAttribute(
                "next", found.size() > PAGE ? filter.address(shown.get(PAGE - 1).id()) : null);
        return "inbox/alerts";
    }

    /** Notes that the user knows of one. */
    @PostMapping("/{id:[0-9]{1,18}}/acknowledge")
    String acknowledge(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") AlertFilter filter,
            RedirectAttributes next) {
        Grants grants = users.grants(user);
        AlertWish wish =
                AlertWish.all(grants.hotels(Right.OPERATE), grants.mayEverywhere(Right.ENGINEER));
        Optional<Alert> alert = alerts.find(wish, id);
        boolean first =
                alerts.acknowledge(
                        alert.orElseThrow(() -> new NotHere("alert " + id)), user.actor());
        next.addFlashAttribute(
                "said",
                first
                        ? "Noted that you know. It stays here until it ends by itself."
                        : "Somebody knows of it already, or it is over.");
        return "redirect:" + filter.address(null);
    }

    /** All that somebody may see. */
    static AlertWish seen(Grants grants) {
        return AlertWish.all(grants.hotels(Right.READ), grants.mayEverywhere(Right.ENGINEER));
    }

    private boolean mayAcknowledge(Grants grants, Alert alert) {
        if (!alert.isNew()) {
            return false;
        }
        Integer hotel = alert.hotel();
        return hotel != null
                ? grants.may(Right.OPERATE, hotel)
                : alerts.find(
                                AlertWish.all(
                                        grants.hotels(Right.OPERATE),
                                        grants.mayEverywhere(Right.ENGINEER)),
                                alert.id())
                        .isPresent();
    }
}
