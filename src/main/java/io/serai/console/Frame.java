package io.serai.console;

import io.serai.console.access.Grants;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around every page: the choice of a hotel, and the way to each section. */
@Component
public class Frame {

    private static final String LAST = "last-hotel";

    private final Desk desk;
    private final Users users;
    private final HttpServletRequest request;

    Frame(Desk desk, Users users, HttpServletRequest request) {
        this.desk = desk;
        this.users = users;
        this.request = request;
    }

    /**
     * Gives a page of a hotel {@code user}, {@code hotels}, {@code hotel}, {@code at}, {@code
     * section} and {@code may}; the hotel is the one looked at last from now on.
     */
    public void on(Model model, SignedIn user, Hotel hotel, String section) {
        request.getSession().setAttribute(LAST, hotel.id());
        around(model, user, desk.hotels(user), hotel, section);
        model.addAttribute("hotel", hotel);
        model.addAttribute("may", May.at(users.grants(user), hotel.id()));
    }

    /** Gives a page of no hotel the same, without {@code hotel}. */
    public void on(Model model, SignedIn user, String section) {
        List<Hotel> hotels = desk.hotels(user);
        around(model, user, hotels, last(hotels).orElse(null), section);
        Grants grants = users.grants(user);
        model.addAttribute("may", May.anywhere(grants));
    }

    /** The hotel that a user looked at last, or the first by name; none where they see none. */
    public Optional<Hotel> last(SignedIn user) {
        return last(desk.hotels(user));
    }

    private Optional<Hotel> last(List<Hotel> hotels) {
        Object id = request.getSession().getAttribute(LAST);
        return hotels.stream()
                .filter(hotel -> Integer.valueOf(hotel.id()).equals(id))
                .findFirst()
                .or(() -> hotels.stream().findFirst());
    }

    private void around(
            Model model, SignedIn user, List<Hotel> hotels, @Nullable Hotel at, String section) {
        model.addAttribute("user", user);
        model.addAttribute("hotels", hotels);
        model.addAttribute("at", at);
        model.addAttribute("section", section);
    }
}
