package io.serai.reservation;

/** A message that is no canonical reservation; says where and why, and quotes no guest. */
public class UnreadableReservation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableReservation(String message) {
        super(message);
    }
}
