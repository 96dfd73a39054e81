package io.serai.hotel.night;

/** A request that is larger than is taken at once. */
public final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMuch(String met) {
        super(met);
    }
}
