package io.serai.console.people;

import io.serai.channel.account.CredentialAges;
import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.Actor;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import java.time.ZoneId;
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

/** How old the credentials of each connection are, and what to do about it. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/people/credentials")
class CredentialsPage {

    private final PeopleFrame frame;
    private final Desk desk;
    private final CredentialAges ages;

    CredentialsPage(PeopleFrame frame, Desk desk, CredentialAges ages) {
        this.frame = frame;
        this.desk = desk;
        this.ages = ages;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "due", defaultValue = "") String due,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Actor actor = frame.on(model, user, "credentials");
        ZoneId zone = frame.zone(user);
        Map<Integer, String> hotels =
                desk.hotels(user).stream().collect(Collectors.toMap(Hotel::id, Hotel::name));
        String part = q.strip().toLowerCase(Locale.ROOT);
        Sorting<CredentialRow> sorting = Sorting.of(sort, columns());
        List<CredentialRow> found =
                ages.of(actor.grants().hotels(Right.ADMIN)).stream()
                        .map(
                                age ->
                                        CredentialRow.of(
                                                age,
                                                hotels.getOrDefault(
                                                        age.hotel(), "hotel " + age.hotel()),
                                                zone))
                        .filter(row -> due.isEmpty() || row.due().equals(due))
                        .filter(
                                row ->
                                        (row.hotelName() + " " + row.name())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(part))
                        .sorted(sorting.order())
                        .toList();
        model.addAttribute("q", q);
        model.addAttribute("due", due);
        model.addAttribute("sorting", sorting);
        model.addAttribute("part", Part.of(found, page));
        return "people/credentials";
    }

    private static Map<String, Comparator<CredentialRow>> columns() {
        Map<String, Comparator<CredentialRow>> columns = new LinkedHashMap<>();
        columns.put(
                "due",
                Comparator.comparing(CredentialRow::urgency)
                        .thenComparing(CredentialRow::days, Comparator.reverseOrder())
                        .thenComparing(CredentialRow::connection));
        columns.put("hotel", Comparator.comparing(CredentialRow::hotelName, Sorting.byName()));
        columns.put("connection", Comparator.comparing(CredentialRow::name, Sorting.byName()));
        columns.put("age", Comparator.comparing(CredentialRow::days));
        return columns;
    }
}
