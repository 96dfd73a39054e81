package io.serai.channel.webhook;

import io.serai.channel.Channel;
import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookSetUp;
import io.serai.channel.webhook.WebhookRegistrations.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that a channel may call, with what people need to have it do so. */
@Component
public class WebhookAddresses {

    private static final WebhookSetUp NOTHING_SAID = new WebhookSetUp(null, null, null, null, 0);

    private final WebhookSettings settings;
    private final WebhookRegistrations registrations;
    private final WebhookInbox inbox;
    private final String ours;

    WebhookAddresses(
            WebhookSettings settings,
            WebhookRegistrations registrations,
            WebhookInbox inbox,
            @Value("${serai.public-url:}") String ours) {
        this.settings = settings;
        this.registrations = registrations;
        this.inbox = inbox;
        this.ours = ours.strip().replaceFirst("/+$", "");
    }

    /**
     * One address.
     *
     * @param hook the webhook's name; empty for the channel's own
     * @param url to copy; a path alone where {@code serai.public-url} is not set
     * @param verifier how its calls are proved
     * @param shown what a call shows, in the words of {@code channel.yaml}: headers and credentials
     * @param tokenUrl where the channel gets its token from; null where it needs none of ours
     * @param clientId what it shows for one; null where that is not set
     * @param setUp the rest, in words
     * @param registration what was registered by Serai itself; null where nothing was
     * @param latest the latest call that was proved; null where none came
     */
    public record Address(
            String hook,
            String url,
            String verifier,
            List<String> shown,
            @Nullable String tokenUrl,
            @Nullable String clientId,
            WebhookSetUp setUp,
            @Nullable Registration registration,
            @Nullable KeptCall latest) {}

    /**
     * All addresses of a channel, its own first.
     *
     * @param account whose registrations and calls are shown; null for none
     */
    public List<Address> of(Channel channel, @Nullable Long account) {
        List<Address> addresses = new ArrayList<>();
        WebhookRule own = channel.definition().webhook();
        if (own != null) {
            addresses.add(address(channel, "", own, account));
        }
        channel.definition()
                .webhooks()
                .forEach((hook, rule) -> addresses.add(address(channel, hook, rule, account)));
        return addresses;
    }

    private Address address(
            Channel channel, String hook, WebhookRule rule, @Nullable Long account) {
        String base = ours + "/webhooks/" + channel.folder();
        boolean token = rule.verifier().equals("bearer-jwt") && rule.token() == null;
        Optional<Long> whose = Optional.ofNullable(account);
        return new Address(
                hook,
                hook.isEmpty() ? base : base + "/" + hook,
                rule.verifier(),
                shown(rule),
                token ? base + "/token" : null,
                token ? clientId(channel) : null,
                Objects.requireNonNullElse(rule.setUp(), NOTHING_SAID),
                whose.flatMap(it -> registrations.find(it, hook)).orElse(null),
                whose.flatMap(it -> inbox.latest(channel.code(), hook, it)).orElse(null));
    }

    private @Nullable String clientId(Channel channel) {
        return Optional.ofNullable(settings.clients().get(channel.folder()))
                .map(WebhookSettings.Client::id)
                .orElse(null);
    }

    private static List<String> shown(WebhookRule rule) {
        List<String> shown = new ArrayList<>();
        if (rule.key() != null) {
            shown.add("header %s: %s".formatted(rule.key().header(), rule.key().credential()));
        }
        Map<String, List<String>> credentials =
                Map.of(
                        "basic", List.of(rule.login().user(), rule.login().password()),
                        "body-login", List.of(rule.login().user(), rule.login().password()),
                        "standard-webhooks", rule.secrets(),
                        "hmac-sha1", rule.secrets(),
                        "hmac-sha256", rule.secrets(),
                        "hmac-sha512", rule.secrets());
        shown.addAll(credentials.getOrDefault(rule.verifier(), List.of()));
        return shown;
    }
}
