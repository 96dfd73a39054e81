package io.serai.hotel.bulk;

/** A change of many nights that cannot be meant; the message says why to whoever asked for it. */
public final class BulkRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BulkRefused(String message) {
        super(message);
    }
}
