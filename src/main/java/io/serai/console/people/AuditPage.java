package io.serai.console.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.console.Hotel;
import io.serai.console.NamedHotel;
import io.serai.console.Times;
import io.serai.console.access.Actor;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.database.audit.AuditSeals;
import io.serai.database.audit.AuditTrail;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who did what at the hotels that somebody administers, and whether that is as it was written. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/audit")
class AuditPage {

    private static final String HEAD = "[0-9a-f]{64}";

    private final PeopleFrame frame;
    private final AuditTrail trail;
    private final AuditSeals seals;
    private final ObjectMapper json;

    AuditPage(PeopleFrame frame, AuditTrail trail, AuditSeals seals, ObjectMapper json) {
        this.frame = frame;
        this.trail = trail;
        this.seals = seals;
        this.json = json;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "actor", defaultValue = "") String actor,
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "hotel", defaultValue = "") String hotel,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
            Model model) {
        Actor reader = frame.on(model, user, "audit");
        ZoneId zone = frame.zone(user);
        AuditFilter filter = new AuditFilter(actor, act, subject, hotel, from, to);
        List<Hotel> places = frame.administered(model, user);
        Map<Integer, String> names =
                places.stream().collect(Collectors.toMap(Hotel::id, Hotel::name));
        NamedHotel named =
                NamedHotel.of(filter.hotel().equals(AuditFilter.NONE) ? "" : hotel, places);
        List<AuditTrail.Entry> found = found(reader, places, filter, named, before, zone);
        List<AuditTrail.Entry> shown = found.subList(0, Math.min(AuditFilter.MOST, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("named", named);
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(entry -> AuditRow.of(entry, change(entry), names, zone))
                        .toList());
        model.addAttribute(
                "next", found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("first", before == Long.MAX_VALUE);
        AuditSeals.State state = seals.state();
        model.addAttribute("seals", state);
        model.addAttribute(
                "sealedAt", state.sealedAt() == null ? "" : Times.minute(state.sealedAt(), zone));
        return "people/audit";
    }

    /** Reckons all seals anew: for who administers all hotels, since one chain is of all. */
    @PostMapping("/verify")
    String verify(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "head", defaultValue = "") String head,
            RedirectAttributes next) {
        frame.actor(user).demandAdmin();
        String kept = head.strip();
        if (!kept.isEmpty() && !kept.matches(HEAD)) {
            next.addFlashAttribute(
                    "problem", "What you kept is no head (expected: 64 digits 0 to 9, a to f).");
            return "redirect:/audit";
        }
        seals.seal();
        AuditSeals.Verdict verdict = seals.verify(kept.isEmpty() ? null : kept);
        next.addFlashAttribute(verdict.intact() ? "said" : "problem", VerdictWords.of(verdict));
        return "redirect:/audit";
    }

    private List<AuditTrail.Entry> found(
            Actor reader,
            List<Hotel> places,
            AuditFilter filter,
            NamedHotel named,
            long before,
            ZoneId zone) {
        AuditTrail.Question question = filter.question(before, zone);
        if (filter.hotel().equals(AuditFilter.NONE)) {
            reader.demandAdmin();
            return trail.ofNoHotel(question);
        }
        if (named.isUnknown()) {
            return List.of();
        }
        Integer one = named.id();
        return trail.of(
                reader.name(),
                one != null
                        ? List.of((long) one)
                        : places.stream().map(place -> (long) place.id()).toList(),
                question);
    }

    private JsonNode change(AuditTrail.Entry entry) {
        @Nullable String change = entry.change();
        try {
            return change == null ? MissingNode.getInstance() : json.readTree(change);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("audit " + entry.id() + ": not JSON", broken);
        }
    }
}
