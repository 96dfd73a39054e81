package io.serai.console.inbox;

import io.serai.console.Words;
import io.serai.delivery.inbox.InboxMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits, in a hotel's words: what happened, what it means for the hotel, and what to
 * do.
 *
 * @param channel what people call its channel
 */
record ParkedWords(InboxMessage message, ParkedWhy why, String channel) {

    static ParkedWords of(InboxMessage message, @Nullable String channel) {
        return new ParkedWords(
                message, ParkedWhy.of(message), Objects.requireNonNullElse(channel, "the channel"));
    }

    /** What happened. */
    String happened() {
        if (why == ParkedWhy.MONEY) {
            return "Whether " + action() + " was made is not known: the gateway did not answer.";
        }
        String subject =
                switch (message.kind()) {
                    case "reservation" -> "A message of " + channel + " about a booking";
                    case "webhook" -> "A call of " + channel;
                    case "hook" -> "A message to the hotel's own system";
                    default -> "What was asked of " + channel + " (" + action() + ")";
                };
        return subject + " " + failed() + ".";
    }

    private String failed() {
        return switch (why) {
            case UNREADABLE -> "could not be read: it is written in another way than is known";
            case VALUE ->
                    message.expected() == null
                            ? "says something that cannot be"
                            : "says "
                                    + message.met()
                                    + ", but what can be is: "
                                    + message.expected();
            case BEHIND -> "came while an earlier one of the same booking waits here, too";
            case SILENT -> "got no answer";
            case ANSWERED -> "was not taken: " + said();
            case UNSENT -> "could not be sent";
            case DATABASE -> "could not be written down: the database was away, or refused it";
            case NOT_DONE -> notDone();
            case SEALED -> "cannot be opened any more: its key is missing";
            default -> "could not be worked off";
        };
    }

    private String action() {
        return Words.of("action", message.told());
    }

    private String notDone() {
        String said = said();
        if (message.mayBeDone()) {
            return "got no answer that says whether it was done";
        }
        return message.family().equals("poisoned")
                ? "could not be delivered, often enough that it is not tried any more"
                : "was refused" + (said.isEmpty() ? "" : ": " + said);
    }

    /** What it means for the hotel; empty where that is not known. */
    String means() {
        if (why == ParkedWhy.MONEY) {
            return "The money may have moved, or not.";
        }
        return switch (message.kind()) {
            case "reservation" -> ofBooking();
            case "webhook" ->
                    "What it was to tell may not be known here yet. Bookings are asked for nevertheless, and come by that way.";
            case "hook" ->
                    "That system does not know of it yet. It can read the same over the API.";
            default ->
                    message.mayBeDone()
                            ? "It may have been done, or not."
                            : "At " + channel + " it stands as it did before.";
        };
    }

    private String ofBooking() {
        return switch (Objects.requireNonNullElse(message.told(), "")) {
            case "new" ->
                    "The guest has booked there, but the booking is not counted here: its room may be sold once more.";
            case "modify" ->
                    "The booking stands here as it was before the change: its nights, rooms and prices may be wrong.";
            case "cancel" ->
                    "The booking still stands here as if it were not cancelled: its room is not on sale.";
            default -> "A booking may be missing here, or be outdated.";
        };
    }

    /** What a person can do about it. */
    String todo() {
        if (!message.state().equals("parked")) {
            return "Nothing: it is settled.";
        }
        if (message.behind() != null) {
            return "It waits for message "
                    + message.behind()
                    + " of the same booking: settle that one, and this one follows.";
        }
        if (!message.hasBody()) {
            return "Nothing of it is kept that could be sent again. Look at the channel, then set it aside.";
        }
        if (message.kind().equals("hook")) {
            return "See that the address of that system answers, then send it again.";
        }
        if (why == ParkedWhy.MONEY) {
            return "The gateway is asked again by itself. Look there, and say on the booking's page what became of it.";
        }
        if (message.mayBeDone()) {
            return "Look at the channel first; send it again only where it was not done.";
        }
        return switch (message.family()) {
            case "may-pass" ->
                    "Nothing at first: it is tried again by itself. Send it again at once where what kept it is over.";
            case "held" -> "Send it again, or set it aside: nothing happens before.";
            case "poisoned" -> urgent() + engineer();
            default -> urgent() + mend();
        };
    }

    private String mend() {
        return switch (why) {
            case UNREADABLE, SEALED, OTHER, DATABASE -> engineer();
            case UNSENT -> "See that the connection has its credentials, then send it again.";
            case NOT_DONE ->
                    "Put right what it refused, then send it again; or do it at the channel and set this aside.";
            default ->
                    message.expected() == null
                            ? "Put right what is named, then send it again."
                            : "Expected was "
                                    + message.expected()
                                    + ": put that right, then send it again.";
        };
    }

    private String urgent() {
        return message.kind().equals("reservation")
                ? "Look the booking up at the channel, and keep a room for the guest by hand if it is soon. "
                : "";
    }

    private static String engineer() {
        return "An engineer looks at its body, puts the mapping right, and sends it again.";
    }

    /** What the other side said, without the words around it. */
    private String said() {
        String reason = message.reason().replaceFirst("^[A-Z][A-Za-z]*: ", "");
        if (why == ParkedWhy.NOT_DONE) {
            int colon = reason.indexOf(": ");
            return colon < 0 ? "" : reason.substring(colon + 2);
        }
        return reason.replaceFirst(" \\(expected: [^)]*\\)", "")
                .replaceFirst("^the channel answered ", "the answer was ")
                .replaceFirst("^answered ", "the answer was ");
    }

    /** What it is, as booking 7. */
    String name() {
        return Words.of("kind", message.kind()) + " " + message.id();
    }

    /** How it stands. */
    String state() {
        return message.state().equals("parked")
                ? Words.of("family", message.family())
                : Words.of("inbox", message.state());
    }
}
