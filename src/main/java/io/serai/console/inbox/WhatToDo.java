package io.serai.console.inbox;

import io.serai.delivery.inbox.InboxMessage;

/** What a person can do about a message that waits. */
final class WhatToDo {

    private WhatToDo() {}

    static String of(InboxMessage message) {
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
        if (message.mayBeDone()) {
            return "The channel may have done it already. Look there first; send it again only where it has not.";
        }
        return switch (message.family()) {
            case "may-pass" ->
                    "It may pass by itself, and is tried again. Send it again at once where what kept it is over.";
            case "poisoned" ->
                    "It failed the same way too often. An engineer looks at its body and its route, mends the mapping, and sends it again.";
            case "held" -> "It is held until a person says so: send it again, or set it aside.";
            default ->
                    message.expected() == null
                            ? "Put right what the reason names, then send it again."
                            : "Expected was "
                                    + message.expected()
                                    + ": put that right, then send it again.";
        };
    }
}
