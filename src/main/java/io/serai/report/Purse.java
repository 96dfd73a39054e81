package io.serai.report;

/** Whose currency tells lines apart. */
enum Purse {
    /** The booking's: amounts of one line can be added. */
    BOOKING("d.currency"),
    /** Its hotel's: for counts beside what the hotel has. */
    HOTEL("h.currency"),
    /** Nobody's: lines without amounts. */
    NOBODY("''");

    private final String sql;

    Purse(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
