package io.serai.console.inbox;

import io.serai.console.Times;
import io.serai.delivery.inbox.InboxMessage;
import java.time.ZoneId;

/**
 * A line of the inbox.
 *
 * @param about the channel and its number of the booking, as far as they are known
 * @param words why it waits, or what became of it
 * @param todo what a person can do about it
 * @param next when it is tried again; empty: not before somebody wants it
 * @param mayBeDone whether the channel may have done it already
 * @param waits whether it can be sent again or set aside
 */
record InboxRow(
        long id,
        String at,
        String kind,
        String family,
        String state,
        String about,
        String words,
        String where,
        String todo,
        int tries,
        String next,
        boolean mayBeDone,
        boolean waits) {

    static InboxRow of(InboxMessage message, ZoneId zone) {
        boolean parked = message.state().equals("parked");
        String channel = message.channel() == null ? "" : message.channel();
        String booking = message.booking() == null ? "" : " " + message.booking();
        String told = message.told() == null ? "" : " (" + message.told() + ")";
        return new InboxRow(
                message.id(),
                Times.moment(message.lastAt(), zone),
                message.kind(),
                message.family(),
                message.state(),
                (channel + booking + told).strip(),
                parked || message.note() == null ? message.reason() : message.note(),
                message.route(),
                WhatToDo.of(message),
                message.tries(),
                next(message, zone),
                parked && message.mayBeDone(),
                parked && message.hasBody());
    }

    private static String next(InboxMessage message, ZoneId zone) {
        if (message.behind() != null) {
            return "after message " + message.behind();
        }
        return message.nextTryAt() == null ? "" : Times.moment(message.nextTryAt(), zone);
    }
}
