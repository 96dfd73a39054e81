package io.serai.sandbox.content;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The properties that partners made: for test or for real, and how far each is. */
final class Made {

    private final JdbcClient jdbc;

    Made(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a property is. */
    enum Status {
        BEING_BUILT("XML: Being built"),
        TEST("Test"),
        OPEN("Open / Bookable"),
        CLOSED("Closed");

        private final String shown;

        Status(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }

        private String row() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void put(long hotel, String target, long legalEntity) {
        var status = target.equals("test") ? Status.TEST : Status.BEING_BUILT;
        jdbc.sql("insert into made_property values (?, ?, ?, ?)")
                .params(hotel, target, legalEntity, status.row())
                .update();
    }

    /** One that nobody made is open. */
    Status status(long hotel) {
        return jdbc.sql("select status from made_property where hotel_id = ?")
                .param(hotel)
                .query(String.class)
                .optional()
                .map(row -> Status.valueOf(row.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Status.OPEN);
    }

    void become(long hotel, Status status) {
        jdbc.sql("update made_property set status = ? where hotel_id = ?")
                .params(status.row(), hotel)
                .update();
    }

    /** Whether a message with this target may be meant for the property. */
    boolean fits(long hotel, String target) {
        return jdbc.sql("select target from made_property where hotel_id = ?")
                .param(hotel)
                .query(String.class)
                .optional()
                .map(target::equalsIgnoreCase)
                .orElse(true);
    }
}
