package io.serai.console.inbox;

import io.serai.alert.Receiver;
import io.serai.alert.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as somebody enters it.
 *
 * @param hotel as somebody names it; empty: all hotels
 * @param kinds none: all
 * @param enabled null: a form whose box is not ticked does not say
 */
record ReceiverEntry(
        @Nullable String hotel,
        @Nullable String name,
        @Nullable String way,
        @Nullable String address,
        @Nullable List<String> kinds,
        @Nullable String least,
        @Nullable Boolean enabled) {

    static final ReceiverEntry EMPTY =
            new ReceiverEntry(null, "", Receiver.MAIL, "", List.of(), "warning", true);

    static ReceiverEntry of(Receiver receiver) {
        Receiver.Wish wish = receiver.wish();
        return new ReceiverEntry(
                receiver.hotel() == null ? null : receiver.hotel().toString(),
                wish.name(),
                wish.way(),
                wish.address(),
                wish.kinds(),
                wish.least().word(),
                wish.enabled());
    }

    /** The same, of another hotel. */
    ReceiverEntry at(String other) {
        return new ReceiverEntry(other, name, way, address, kinds, least, enabled);
    }

    /** Whether a kind is ticked. */
    public boolean names(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    /** What is wished. */
    Receiver.Wish wish() {
        return new Receiver.Wish(
                text(name),
                text(way),
                text(address),
                kinds == null ? List.of() : kinds,
                Severity.of(text(least)),
                Boolean.TRUE.equals(enabled));
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }
}
