package io.serai.delivery.gate;

/** Prices that put nothing right: they are those that are held, or none at all. */
public final class NotRight extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotRight(HeldPriceId id) {
        super(
                "prices: none, or %s, which are held (expected: the right ones)"
                        .formatted(id.prices()));
    }
}
