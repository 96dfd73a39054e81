package io.serai.reservation.overbooking;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a channel sold a room that was not there. */
public enum Cause {
    /** It was sold before the channel could know that the last room was gone. */
    RACE(
            "race",
            "A race inside the window",
            "No sender can close that window. Keep a room back where it is narrow: a safety stock, or the channel's last rooms protected."),
    /** Its room or its rate had no meaning here. */
    UNMAPPED(
            "unmapped",
            "An unmapped room or rate",
            "Map the room and the rate of the connection: what has no meaning here is neither counted in time nor closed."),
    /** The channel refused to be told that none was left. */
    REFUSED(
            "refused",
            "A refused update",
            "Put right what the channel refused, then let it be tried again."),
    /** The channel did not answer when it was told that none was left. */
    NOT_TAKEN(
            "not-taken",
            "An update that the channel did not take",
            "Look at the connection: what the channel does not take is sent again by itself."),
    /** The connection was paused, and the channel went on selling. */
    PAUSED(
            "paused",
            "A paused channel",
            "Close the rooms at the channel before a connection is paused: it goes on selling what it holds."),
    /** Somebody changed the rooms by hand, or by another system. */
    EDIT(
            "manual-edit",
            "A manual edit",
            "Offer the rooms again, or close before rooms are taken away: what is sold stays sold."),
    /** The channel put a room on sale again by itself. */
    REPLENISHED(
            "replenished",
            "The channel's own replenishment",
            "Ask the channel whether it puts cancelled rooms on sale again by itself, and switch that off there.");

    private final String word;
    private final String title;
    private final String advice;

    Cause(String word, String title, String advice) {
        this.word = word;
        this.title = title;
        this.advice = advice;
    }

    /** As the API names it. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What keeps it from happening again. */
    public String advice() {
        return advice;
    }
}
