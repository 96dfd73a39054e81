package io.serai.console.inbox;

import io.serai.channel.Channels;
import io.serai.channel.webhook.KeptCall;
import io.serai.channel.webhook.WebhookInbox;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.PageAddress;
import io.serai.console.Times;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The webhook calls that are kept and from which nothing followed, and working them off. */
@Controller
@RequestMapping("/inbox/webhooks")
class KeptCallsPage {

    private static final int PAGE = 50;

    private final WebhookInbox calls;
    private final ProducerTemplate routes;
    private final Channels channels;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    KeptCallsPage(
            WebhookInbox calls,
            ProducerTemplate routes,
            Channels channels,
            Users users,
            Desk desk,
            Frame frame) {
        this.calls = calls;
        this.routes = routes;
        this.channels = channels;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        ZoneId zone = InboxPage.zone(desk, user);
        long from = before == null ? Long.MAX_VALUE : before;
        List<KeptCall> found =
                calls.idle(
                        hotels(user, Right.READ),
                        channel.isEmpty() ? null : channel,
                        state.isEmpty() ? null : state,
                        from,
                        PAGE + 1);
        List<KeptCall> shown = found.subList(0, Math.min(PAGE, found.size()));
        frame.on(model, user, "inbox");
        model.addAttribute("zone", zone.getId());
        model.addAttribute("channel", channel);
        model.addAttribute("channels", channels.all());
        model.addAttribute("state", state);
        model.addAttribute("before", before);
        model.addAttribute("states", WebhookInbox.IDLE);
        model.addAttribute("calls", shown.stream().map(it -> Row.of(it, zone)).toList());
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "inbox/calls";
    }

    /** Works a call off once more. */
    @PostMapping("/{id}/replay")
    String replay(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "before", defaultValue = "") String before,
            RedirectAttributes next) {
        calls.find(hotels(user, Right.OPERATE), id).orElseThrow(() -> new NotHere("call " + id));
        next.addFlashAttribute("said", workedOff(id, user.actor()));
        return "redirect:"
                + PageAddress.of(
                        "/inbox/webhooks",
                        Map.of("channel", channel, "state", state, "before", before));
    }

    private String workedOff(long id, String actor) {
        try {
            boolean taken =
                    Boolean.TRUE.equals(
                            routes.requestBodyAndHeader(
                                    "direct:webhook-replay",
                                    Long.toString(id),
                                    "Serai-Actor",
                                    actor,
                                    Boolean.class));
            String state = taken ? "worked off" : "not taken: it waits in the inbox now";
            return "Call " + id + " is " + state + ".";
        } catch (CamelExecutionException busy) {
            if (busy.getCause() instanceof IllegalArgumentException) {
                return "Call " + id + " is under work now, or its channel has no folder.";
            }
            throw busy;
        }
    }

    private List<Integer> hotels(SignedIn user, Right right) {
        return users.hotels(user, right).stream().map(Long::intValue).toList();
    }

    /** A line of the page. */
    record Row(
            long id, String at, String channel, String kind, String state, String why, int tries) {

        static Row of(KeptCall call, ZoneId zone) {
            return new Row(
                    call.id(),
                    Times.moment(call.receivedAt(), zone),
                    (call.provider() + " " + call.hook()).strip(),
                    call.kind() == null ? "" : call.kind(),
                    call.state(),
                    call.reason() == null ? "" : call.reason(),
                    call.tries());
        }
    }
}
