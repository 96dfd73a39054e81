package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Transaction;

/** The three messages: their names, and how an answer says that the hotel has taken it. */
enum Kind {
    NEW("OTA_HotelResNotif", "ResResponseType", "Committed"),
    CHANGED("OTA_HotelResModifyNotif", "ResResponseType", "Modified"),
    CANCELLED("OTA_Cancel", "Status", "Cancelled");

    private final String name;
    private final String attribute;
    private final String taken;

    Kind(String name, String attribute, String taken) {
        this.name = name;
        this.attribute = attribute;
        this.taken = taken;
    }

    static Kind of(Transaction.Type type) {
        return switch (type) {
            case BOOK -> NEW;
            case MODIFY -> CHANGED;
            case CANCEL -> CANCELLED;
        };
    }

    String request() {
        return name + "RQ";
    }

    String answer() {
        return name + "RS";
    }

    /** The attribute of an answer's root that says what the hotel did. */
    String attribute() {
        return attribute;
    }

    String taken() {
        return taken;
    }
}
