package io.serai.alert;

import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.HookSecrets;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Adds and changes receivers, once what is wished can be: for pages and programs alike. */
@Component
public class ReceiverDesk {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_MAIL = 254;

    private final AlertReceivers receivers;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final AlertMailSettings mail;
    private final AlertSettings settings;

    ReceiverDesk(
            AlertReceivers receivers,
            HookAddresses addresses,
            HookSecrets secrets,
            AlertMailSettings mail,
            AlertSettings settings) {
        this.receivers = receivers;
        this.addresses = addresses;
        this.secrets = secrets;
        this.mail = mail;
        this.settings = settings;
    }

    /**
     * One that was added.
     *
     * @param secret what signs its messages, shown now and never again; null for mail
     */
    public record Added(long id, @Nullable String secret) {}

    /**
     * Adds one.
     *
     * @param hotel null: for all hotels
     * @throws IllegalArgumentException naming what was met and what was expected
     */
    public Added add(@Nullable Integer hotel, Receiver.Wish wish, String actor) {
        demand(wish);
        String secret = wish.way().equals(Receiver.WEBHOOK) ? secrets.make() : null;
        try {
            return new Added(
                    receivers.add(hotel, wish, secret == null ? null : secrets.seal(secret), actor),
                    secret);
        } catch (DuplicateKeyException there) {
            throw taken(there);
        }
    }

    /**
     * Makes one what is wished.
     *
     * @throws IllegalArgumentException naming what was met and what was expected
     */
    public void change(Receiver receiver, Receiver.Wish wish, String actor) {
        demandOwn(receiver);
        if (!receiver.wish().way().equals(wish.way())) {
            throw refused("way", "'" + wish.way() + "'", receiver.wish().way() + ", as it is");
        }
        demand(wish);
        try {
            receivers.change(receiver.id(), wish, actor);
        } catch (DuplicateKeyException there) {
            throw taken(there);
        }
    }

    /**
     * Takes one away with all that it was to be told.
     *
     * @throws IllegalArgumentException where it stands in the settings
     */
    public void remove(Receiver receiver, String actor) {
        demandOwn(receiver);
        receivers.remove(receiver.id(), actor);
    }

    /**
     * Sends one something that means nothing, by and by; gives the key of the message.
     *
     * @throws TooManyTests where it was sent as many within a minute as may be
     */
    public long test(Receiver receiver) {
        return receivers
                .test(receiver, settings.tests())
                .orElseThrow(() -> new TooManyTests(receiver, settings.tests()));
    }

    /** Whether there is a server for mail. */
    public boolean mails() {
        return mail.isSet();
    }

    private static void demandOwn(Receiver receiver) {
        if (receiver.isSet()) {
            throw refused(
                    "receiver",
                    "one of the settings",
                    "one that was added here; change serai.alerts.mail or serai.alerts.webhook");
        }
    }

    private void demand(Receiver.Wish wish) {
        if (wish.name().isBlank() || wish.name().length() > LONGEST_NAME) {
            throw refused(
                    "name",
                    wish.name().isBlank() ? "none" : "too long",
                    "1 to " + LONGEST_NAME + " letters");
        }
        List<String> unknown =
                wish.kinds().stream().filter(it -> !AlertKind.words().contains(it)).toList();
        if (!unknown.isEmpty()) {
            throw refused("kinds", unknown.toString(), "some of " + AlertKind.words());
        }
        switch (wish.way()) {
            case Receiver.MAIL -> demandMail(wish.address());
            case Receiver.WEBHOOK -> addresses.demand(wish.address());
            default -> throw refused("way", "'" + wish.way() + "'", "mail or webhook");
        }
    }

    private static void demandMail(String address) {
        try {
            InternetAddress read = new InternetAddress(address, true);
            if (address.length() <= LONGEST_MAIL
                    && address.equals(read.getAddress())
                    && address.contains("@")) {
                return;
            }
        } catch (AddressException wrong) {
            throw refused("address", "none of a mail box", "name@host");
        }
        throw refused("address", "none of a mail box", "name@host");
    }

    private static IllegalArgumentException taken(DuplicateKeyException there) {
        IllegalArgumentException refused =
                refused("address", "one that is told already", "one that is not told of this yet");
        refused.initCause(there);
        return refused;
    }

    private static IllegalArgumentException refused(String field, String met, String expected) {
        return new IllegalArgumentException(
                "%s: %s (expected: %s)".formatted(field, met, expected));
    }
}
