package io.serai.console.connections;

import io.serai.channel.connection.ConnectionRefused;
import io.serai.console.Frame;
import io.serai.delivery.ConnectionSetting;
import io.serai.delivery.ConnectionSettings;
import io.serai.delivery.TermsBook;
import io.serai.delivery.TermsRefused;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a connection makes of the hotel's prices, and what else is chosen for it. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/settings")
class SettingsPage {

    private static final String CONFIRM = "confirm";

    private final Workplace work;
    private final Frame frame;
    private final TermsBook terms;
    private final ConnectionSettings settings;

    SettingsPage(Workplace work, Frame frame, TermsBook terms, ConnectionSettings settings) {
        this.work = work;
        this.frame = frame;
        this.terms = terms;
        this.settings = settings;
    }

    @GetMapping
    String page(Doing doing) {
        Workplace.Place place = work.find(doing);
        Model model = doing.model();
        frame.on(model, doing.user(), place.hotel(), "connections");
        model.addAttribute("stored", place.connection());
        model.addAttribute("roundings", TermsBook.ROUNDINGS);
        work.run(
                doing,
                (at, it) -> {
                    model.addAttribute("terms", terms.read(at, it.id()));
                    model.addAttribute("settings", settings.of(at, it));
                });
        return "connections/settings";
    }

    /** Changes what prices become there; empty fields mean none, or as usual. */
    @PostMapping("/terms")
    String terms(Doing doing, @RequestParam Map<String, String> given) {
        Map<String, @Nullable String> named = new HashMap<>();
        for (String field : TermsBook.FIELDS) {
            String said = given.get(field);
            if (said != null) {
                named.put(field, said.isBlank() ? null : said.strip().replace(',', '.'));
            }
        }
        try {
            work.run(
                    doing, (at, it) -> terms.change(at, it.id(), terms.locked(at, it.id()), named));
        } catch (TermsRefused refused) {
            return refused(doing, "terms", String.valueOf(refused.getMessage()), given);
        }
        doing.say(
                "terms",
                "true".equals(named.get(CONFIRM))
                        ? "Saved, and prices are sent: all of them are compared."
                        : "Saved. All prices of the connection are compared.");
        return "redirect:" + doing.path() + "/settings";
    }

    /** Changes its name and what is chosen; empty fields mean that nothing is said. */
    @PostMapping
    String settings(Doing doing, @RequestParam Map<String, String> given) {
        try {
            work.run(
                    doing,
                    (at, it) -> {
                        Map<String, @Nullable String> named = new HashMap<>();
                        for (ConnectionSetting each : settings.of(at, it)) {
                            String said = given.get(each.key());
                            if (said != null) {
                                named.put(each.key(), said.isBlank() ? null : said.strip());
                            }
                        }
                        settings.change(at, it, given.get("name"), named);
                    });
        } catch (ConnectionRefused why) {
            return refused(doing, "settings", why.words(), given);
        }
        doing.say("settings", "Saved. What differs by it is being told.");
        return "redirect:" + doing.path() + "/settings";
    }

    private String refused(Doing doing, String act, String words, Map<String, String> given) {
        doing.refuse(act, words);
        doing.model().addAttribute("given", given);
        return page(doing);
    }
}
