package io.serai.console.connections;

import io.serai.channel.Channels;
import io.serai.channel.connection.CredentialChange;
import io.serai.console.ConnectionsNow;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.database.TenantSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An account with which a channel serves several hotels, and the way from what concerns it to the
 * connections of those hotels that somebody sees.
 */
@Controller
@RequestMapping("/accounts/{account:[0-9]{1,18}}")
class AccountPage {

    private final TenantSession sessions;
    private final Users users;
    private final Channels channels;
    private final CredentialChange changes;
    private final ConnectionsNow now;
    private final Frame frame;

    AccountPage(
            TenantSession sessions,
            Users users,
            Channels channels,
            CredentialChange changes,
            ConnectionsNow now,
            Frame frame) {
        this.sessions = sessions;
        this.users = users;
        this.channels = channels;
        this.changes = changes;
        this.now = now;
        this.frame = frame;
    }

    /** One of its connections. */
    record Served(
            int hotel,
            String hotelName,
            int id,
            String name,
            String remoteHotel,
            String state,
            String provider) {

        private Served as(String state) {
            return new Served(hotel, hotelName, id, name, remoteHotel, state, provider);
        }

        private boolean matches(String part) {
            return (hotelName + " " + name + " " + remoteHotel)
                    .toLowerCase(Locale.ROOT)
                    .contains(part.toLowerCase(Locale.ROOT));
        }

        /** The connection's own page. */
        public String path() {
            return "/hotels/" + hotel + "/connections/" + id;
        }
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("account") long account,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        return page(user, account, "", q, page, model);
    }

    /** With the way to a page that each of its connections has. */
    @GetMapping("/{part:credentials|webhooks}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("account") long account,
            @PathVariable("part") String part,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        List<Served> seen = seen(user, account);
        if (seen.isEmpty()) {
            throw new NotHere("account " + account);
        }
        frame.on(model, user, "connections");
        List<Long> hotels = changes.served(account);
        Grants grants = users.grants(user);
        String provider = seen.get(0).provider();
        model.addAttribute(
                "channel",
                channels.findByCode(provider).map(it -> it.definition().name()).orElse(provider));
        model.addAttribute("seen", seen.size());
        model.addAttribute("q", q);
        model.addAttribute(
                "of", Part.of(seen.stream().filter(it -> it.matches(q.strip())).toList(), page));
        model.addAttribute("path", "/accounts/" + account + (part.isEmpty() ? "" : "/" + part));
        model.addAttribute("served", hotels.size());
        model.addAttribute("part", part);
        model.addAttribute(
                "changes", hotels.stream().allMatch(hotel -> grants.may(Right.ADMIN, hotel)));
        return "connections/account";
    }

    private List<Served> seen(SignedIn user, long account) {
        return sessions.call(
                users.hotels(user),
                user.actor(),
                database -> {
                    List<Served> served =
                            database.sql(
                                            """
                                            select c.hotel_id as hotel, h.name as hotel_name, c.id, c.integration_name as name, coalesce(c.remote_hotel, '') as remote_hotel, c.state, c.provider
                                              from third_party_integrations c join hotels h on h.id = c.hotel_id
                                             where c.account_id = ? and c.state <> 'disconnected'
                                             order by h.name, c.id
                                            """)
                                    .param(account)
                                    .query(Served.class)
                                    .list();
                    Map<Integer, String> states =
                            now
                                    .everywhere(
                                            database,
                                            served.stream().map(Served::hotel).distinct().toList())
                                    .stream()
                                    .collect(
                                            Collectors.toMap(
                                                    ConnectionsNow.Brief::id,
                                                    ConnectionsNow.Brief::state));
                    return served.stream().map(it -> it.as(states.get(it.id()))).toList();
                });
    }
}
