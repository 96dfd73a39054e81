package io.serai.console.connections;

import io.serai.channel.Channels;
import io.serai.channel.account.CredentialSources;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.CredentialChange;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.Frame;
import io.serai.console.access.Grants;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.hotel.Days;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exchanges a connection's credentials: tried first, in use from then on, and shown to nobody. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/credentials")
@Needs(Right.ADMIN)
class RotationPage {

    private final Workplace work;
    private final Frame frame;
    private final Channels channels;
    private final CredentialChange changes;
    private final Users users;

    RotationPage(
            Workplace work, Frame frame, Channels channels, CredentialChange changes, Users users) {
        this.work = work;
        this.frame = frame;
        this.channels = channels;
        this.changes = changes;
        this.users = users;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model) {
        Workplace.Place place = work.find(user, hotel, connection);
        frame.on(model, user, place.hotel(), "connections");
        model.addAttribute("stored", place.connection());
        model.addAttribute("credentials", needed(place.connection()));
        return "connections/rotation";
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam Map<String, String> given,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Workplace.Place place = work.find(user, hotel, connection);
        try {
            change(user, place, given);
            next.addFlashAttribute(
                    "said", "The account calls with the new credentials from now on.");
            next.addFlashAttribute("saidOf", "test");
            return "redirect:" + place.path();
        } catch (ConnectionRefused why) {
            response.setStatus(422);
            model.addAttribute("problem", why.words());
        } catch (DuplicateKeyException taken) {
            response.setStatus(409);
            model.addAttribute(
                    "problem", "credentials: those of another account (expected: its own)");
        }
        return page(user, hotel, connection, model);
    }

    private void change(SignedIn user, Workplace.Place place, Map<String, String> given) {
        long account = place.connection().taken();
        Grants grants = users.grants(user);
        if (!changes.served(account).stream().allMatch(hotel -> grants.may(Right.ADMIN, hotel))) {
            throw new ConnectionRefused(
                    "account: it serves other hotels, too (expected: one all of whose hotels you administer)");
        }
        Map<String, String> login = new HashMap<>(NewConnectionPage.credentials(given));
        login.values().removeIf(String::isBlank);
        List<String> needed = needed(place.connection());
        if (!login.keySet().equals(Set.copyOf(needed))) {
            throw new ConnectionRefused(
                    "credentials: " + login.keySet() + " (expected: all of " + needed + ")");
        }
        if (login.values().stream().anyMatch(CredentialSources::isElsewhere)) {
            throw new ConnectionRefused(
                    "credentials: kept elsewhere (expected: their values; where others are kept, an admin says by the API)");
        }
        LocalDate ends = date(given.get("ends"));
        changes.change(
                place.connection().id(),
                account,
                login,
                ends == null ? null : ends.atStartOfDay(place.hotel().zone()).toInstant(),
                user.actor());
    }

    private List<String> needed(StoredConnection connection) {
        return channels.findByCode(connection.provider())
                .map(channel -> channel.definition().credentials())
                .orElse(List.of());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Days.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new ConnectionRefused("ends: '" + text + "' (expected: a day as 2030-01-31)");
        }
    }
}
