package io.serai.channel.webhook;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.WebhookRule;
import java.util.List;
import java.util.Optional;

/**
 * A webhook of a channel.
 *
 * @param name empty for the channel's own
 */
record Hook(Channel channel, String name, WebhookRule rule) {

    private static final String PREFIX = "/webhooks/";

    /** The webhook at an address, {@code /webhooks/folder} or {@code /webhooks/folder/name}. */
    static Optional<Hook> at(String path, Channels channels) {
        String[] names = path.substring(Math.min(PREFIX.length(), path.length())).split("/", -1);
        if (!path.startsWith(PREFIX)
                || names.length > 2
                || names.length == 2 && names[1].isEmpty()) {
            return Optional.empty();
        }
        String name = names.length == 2 ? names[1] : "";
        return channels.find(names[0])
                .flatMap(
                        channel ->
                                channel.definition()
                                        .hook(name)
                                        .map(rule -> new Hook(channel, name, rule)));
    }

    /** What its calls are known under among those of all webhooks. */
    String key() {
        return name.isEmpty() ? channel.folder() : channel.folder() + "-" + name;
    }

    /** Where the bodies of its calls hold cards. */
    List<String> cards() {
        String port = rule.answeredBy() == null ? StoredCall.PORT : rule.answeredBy();
        return channel.definition().cards().getOrDefault(port, List.of());
    }
}
