package io.serai.console.people;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.access.Actor;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the pages for who administers. */
@Component
class PeopleFrame {

    private final Frame frame;
    private final Users users;
    private final Desk desk;

    PeopleFrame(Frame frame, Users users, Desk desk) {
        this.frame = frame;
        this.users = users;
        this.desk = desk;
    }

    /** Who acts now. */
    Actor actor(SignedIn user) {
        return new Actor(user.actor(), users.grants(user));
    }

    /**
     * Gives a page its frame, {@code tab}, {@code everywhere} (whether they administer all hotels)
     * and {@code zone}.
     */
    Actor on(Model model, SignedIn user, String tab) {
        Actor actor = actor(user);
        frame.on(model, user, "people");
        model.addAttribute("tab", tab);
        model.addAttribute("everywhere", isEverywhere(actor.grants()));
        model.addAttribute("zone", zone(user).getId());
        return actor;
    }

    /** The hotels that they administer, which alone the page's fields offer. */
    List<Hotel> administered(Model model, SignedIn user) {
        List<Hotel> hotels = desk.hotels(user, Right.ADMIN);
        frame.offer(model, hotels);
        return hotels;
    }

    /** The clock by which they work: that of the hotel that they looked at last. */
    ZoneId zone(SignedIn user) {
        return frame.last(user).map(Hotel::zone).orElse(ZoneOffset.UTC);
    }

    static boolean isEverywhere(Grants grants) {
        return grants.mayEverywhere(Right.ADMIN);
    }
}
