package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a status or a code of a channel's answer means for what was sent. */
public enum Meaning {
    /** Taken. */
    APPLIED,
    /** Taken, and the channel's words are kept for the hotel to read. */
    NOTE,
    /** Not taken, and not taken either when it is sent again unchanged. */
    REFUSED,
    /** Not taken without the fields that {@code together} names beside it: send them with it. */
    TOGETHER,
    /** Perhaps taken, the answer does not say: the same again, without what is refused. */
    AGAIN,
    /** Too much for one message: send it as two halves. */
    SPLIT,
    /** Something in it is not taken and the answer does not say what: halve until it is alone. */
    ISOLATE,
    /** Not now: the same again after a while. */
    LATER,
    /** The token is not valid any more: a new one, then the same again. */
    RENEW,
    /** The account or the connection is not usable until somebody changes something. */
    BROKEN;

    /** The word of {@code channel.yaml} and of the port contract. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
