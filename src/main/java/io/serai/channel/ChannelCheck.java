package io.serai.channel;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a {@code channel.yaml} that fits its schema also fits itself. */
final class ChannelCheck {

    private static final Pattern PERSONAL =
            Pattern.compile(
                    "reservation|booking|payment|card|guest|notification|undelivered|webhook");

    private final ChannelDefinition channel;
    private final YamlText text;

    ChannelCheck(ChannelDefinition channel, YamlText text) {
        this.channel = channel;
        this.text = text;
    }

    /**
     * Names the first thing that points nowhere.
     *
     * @throws ChannelRefused naming file, line and reason
     */
    void check() {
        fields("/fields", channel.nights().fields());
        channel.nights().pricing().forEach((model, fields) -> fields("/pricing/" + model, fields));
        options();
        signIns();
        ladders("/answers/http", channel.answers().http());
        ladders("/answers/codes", channel.answers().codes());
        ends();
        ways();
        channel.polls().forEach(this::poll);
        channel.keep().keySet().forEach(this::kept);
        hooks();
        url("/sign-in/url", channel.access().signIn());
        channel.access()
                .signIns()
                .forEach((name, it) -> url(YamlText.below("/sign-ins", name) + "/url", it));
    }

    /** What is kept lies in memory as it came: it may hold neither guests nor cards nor secrets. */
    private void kept(String port) {
        boolean polled = channel.polls().values().stream().anyMatch(it -> it.port().equals(port));
        if (polled
                || PERSONAL.matcher(port).find()
                || channel.cards().containsKey(port)
                || channel.secrets().containsKey(port)) {
            throw text.refusal(
                    YamlText.below("/keep", port),
                    "'" + port + "' (expected: no port of reservations, payments or secrets)");
        }
    }

    private void hooks() {
        WebhookCheck check = new WebhookCheck(text);
        if (channel.webhook() != null) {
            check.check("/webhook", channel.webhook());
        }
        channel.webhooks()
                .forEach((name, rule) -> check.check(YamlText.below("/webhooks", name), rule));
    }

    private void url(String pointer, SignIn signIn) {
        String refusal = signIn.url() == null ? null : ChannelUrl.refusal(signIn.url());
        if (refusal != null) {
            throw text.refusal(pointer, refusal);
        }
    }

    private void options() {
        channel.nights()
                .options()
                .forEach(
                        (name, option) -> {
                            String at = YamlText.below("/options", name);
                            known(at + "/default", option.usual(), option.choices().keySet());
                            option.choices()
                                    .forEach(
                                            (choice, fields) ->
                                                    fields(YamlText.below(at, choice), fields));
                        });
    }

    private void ends() {
        Set<String> ladders = channel.retries().ladders().keySet();
        channel.retries()
                .ends()
                .keySet()
                .forEach(ladder -> known("/retries/ends/" + ladder, ladder, ladders));
    }

    private void ways() {
        ReservationWays reservations = channel.reservations();
        if (reservations.usual() != null) {
            known("/reservations/default", reservations.usual(), Set.copyOf(reservations.ways()));
        }
        for (int i = 0; i < reservations.expires().size(); i++) {
            String at = "/reservations/expires/" + i + "/way";
            reservations
                    .expires()
                    .get(i)
                    .way()
                    .forEach(way -> known(at, way, Set.copyOf(reservations.ways())));
        }
    }

    private void poll(String name, Poll poll) {
        String at = YamlText.below("/polls", name);
        if (poll.way() != null) {
            known(at + "/way", poll.way(), Set.copyOf(channel.reservations().ways()));
        }
        if (!poll.isAllowed()) {
            throw text.refusal(
                    at + "/every",
                    "'%ds' (expected: from %ds to %ds)"
                            .formatted(
                                    poll.every().toSeconds(),
                                    poll.between().get(0).toSeconds(),
                                    poll.between().get(1).toSeconds()));
        }
    }

    private void signIns() {
        Set<String> named = new HashSet<>();
        boolean token = channel.access().signIn().kind() == SignIn.Kind.TOKEN;
        for (Map.Entry<String, SignIn> one : channel.access().signIns().entrySet()) {
            String pointer = YamlText.below("/sign-ins", one.getKey());
            for (String call : one.getValue().calls()) {
                if (!named.add(call)) {
                    throw text.refusal(
                            pointer + "/calls", "'" + call + "' (expected: in one sign-in only)");
                }
            }
            boolean again = one.getValue().kind() == SignIn.Kind.TOKEN;
            if (again && token) {
                throw text.refusal(pointer + "/kind", "a second token (expected: one at most)");
            }
            token |= again;
        }
    }

    private void fields(String pointer, Map<String, FieldRule> fields) {
        fields.forEach(
                (name, field) -> {
                    String at = pointer + "/" + name;
                    if (field.taken() == (field.request() == null)) {
                        throw text.refusal(at, "expected either at and request, or not-taken");
                    }
                    if (field.request() != null) {
                        known(at + "/request", field.request(), channel.requests().keySet());
                    }
                });
    }

    private void ladders(String pointer, Map<String, AnswerRule> answers) {
        answers.forEach(
                (code, answer) -> {
                    if (answer.retry() != null) {
                        known(
                                YamlText.below(pointer, code) + "/retry",
                                answer.retry(),
                                channel.retries().ladders().keySet());
                    }
                });
    }

    private void known(String pointer, String name, Set<String> names) {
        if (!names.contains(name)) {
            throw text.refusal(pointer, "'" + name + "' (expected: one of " + names + ")");
        }
    }
}
