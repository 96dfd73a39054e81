package io.serai.console;

import io.serai.console.access.Grants;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around every page: the choice of a hotel, and the way to each section. */
@Component
public class Frame {

    private static final String VISITED = "visited-hotels";

    /** How many hotels can be gone to without looking for them. */
    private static final int NEAR = 8;

    private final Desk desk;
    private final Users users;
    private final HttpServletRequest request;

    Frame(Desk desk, Users users, HttpServletRequest request) {
        this.desk = desk;
        this.users = users;
        this.request = request;
    }

    /**
     * Gives a page of a hotel {@code user}, {@code hotels}, {@code near}, {@code hotel}, {@code
     * at}, {@code section} and {@code may}; the hotel is the one looked at last from now on.
     */
    public void on(Model model, SignedIn user, Hotel hotel, String section) {
        visited(hotel.id());
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

    /** Has the page's fields that name a hotel offer some of these, and no others. */
    public void offer(Model model, List<Hotel> hotels) {
        model.addAttribute("nearby", near(hotels));
    }

    /** The hotel that a user looked at last, or the first by name; none where they see none. */
    public Optional<Hotel> last(SignedIn user) {
        return last(desk.hotels(user));
    }

    private Optional<Hotel> last(List<Hotel> hotels) {
        return near(hotels).stream().findFirst();
    }

    /** The hotels visited last, the latest first, and as long as they are few the first by name. */
    private List<Hotel> near(List<Hotel> hotels) {
        Map<Integer, Hotel> mine =
                hotels.stream().collect(Collectors.toMap(Hotel::id, Function.identity()));
        return Stream.concat(
                        visits().stream().filter(mine::containsKey).map(mine::get), hotels.stream())
                .distinct()
                .limit(NEAR)
                .toList();
    }

    private List<Integer> visits() {
        return request.getSession().getAttribute(VISITED) instanceof Visits visits
                ? visits.hotels()
                : List.of();
    }

    private void visited(int hotel) {
        List<Integer> visits =
                Stream.concat(Stream.of(hotel), visits().stream()).distinct().limit(NEAR).toList();
        if (!visits.equals(visits())) {
            request.getSession().setAttribute(VISITED, new Visits(new ArrayList<>(visits)));
        }
    }

    /** The hotels that a session visited, the latest first. */
    private record Visits(ArrayList<Integer> hotels) implements Serializable {}

    private void around(
            Model model, SignedIn user, List<Hotel> hotels, @Nullable Hotel at, String section) {
        model.addAttribute("user", user);
        model.addAttribute("hotels", hotels);
        model.addAttribute("near", near(hotels));
        model.addAttribute("at", at);
        model.addAttribute("section", section);
    }
}
