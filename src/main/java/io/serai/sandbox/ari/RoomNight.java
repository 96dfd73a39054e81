package io.serai.sandbox.ari;

import java.time.LocalDate;

/** A night of a room type: rooms left for sale (255 is unlimited), and whether it is closed. */
public record RoomNight(long room, LocalDate night, int left, boolean closed) {

    public boolean unlimited() {
        return left == ValueRule.UNLIMITED;
    }
}
