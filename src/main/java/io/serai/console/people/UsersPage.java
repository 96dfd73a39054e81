package io.serai.console.people;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.Actor;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserDesk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may come in: for admins of all hotels; those of some are led to their keys. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/people/users")
class UsersPage {

    private final PeopleFrame frame;
    private final Desk desk;
    private final UserDesk users;

    UsersPage(PeopleFrame frame, Desk desk, UserDesk users) {
        this.frame = frame;
        this.desk = desk;
        this.users = users;
    }

    /**
     * Which users are looked for.
     *
     * @param q a part of the login; empty: any
     * @param role empty: any
     * @param state enabled or disabled; empty: both
     */
    record Filter(String q, String role, String state) {

        private boolean matches(UserAccount user) {
            return user.login().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))
                    && (role.isEmpty() || user.role().word().equals(role))
                    && (state.isEmpty() || user.enabled() == state.equals("enabled"));
        }
    }

    private static Map<String, Comparator<UserAccount>> columns() {
        Map<String, Comparator<UserAccount>> columns = new LinkedHashMap<>();
        columns.put("login", Comparator.comparing(UserAccount::login, Sorting.byName()));
        columns.put("role", Comparator.comparing(UserAccount::role));
        columns.put("state", Comparator.comparing(each -> !each.enabled()));
        return columns;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Actor actor = frame.on(model, user, "users");
        if (!PeopleFrame.isEverywhere(actor.grants())) {
            return "redirect:/people/keys";
        }
        Filter filter = new Filter(q.strip(), role, state);
        Sorting<UserAccount> sorting = Sorting.of(sort, columns());
        Map<Long, String> hotels =
                desk.hotels(user).stream()
                        .collect(Collectors.toMap(hotel -> (long) hotel.id(), Hotel::name));
        List<UserRow> found =
                users.all(actor).stream()
                        .filter(filter::matches)
                        .sorted(sorting.order())
                        .map(each -> UserRow.of(each, hotels))
                        .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("sorting", sorting);
        model.addAttribute("part", Part.of(found, page));
        return "people/users";
    }
}
