package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.night.RoomNight;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sells stays out of the channel's own counts, and takes them back. */
final class Sales {

    private final Offer offer;
    private final Nights nights;
    private final boolean replenishes;

    /**
     * @param replenishes whether what is given back may be sold again
     */
    Sales(Offer offer, Nights nights, boolean replenishes) {
        this.offer = offer;
        this.nights = nights;
        this.replenishes = replenishes;
    }

    /** What a booking then says; a stay that stays the same keeps its price. */
    Content take(Hotel hotel, BookingForm form, @Nullable Content before) {
        var asked = Wish.of(hotel, form);
        var taking = new Taking(asked, before);
        var held = lock(taking);
        if (!form.force()) {
            taking.check(held);
        }
        var content =
                before != null && asked.sameStayAs(before)
                        ? asked.priced(before.nightly(), before.extraFees(), before.taxes())
                        : priced(hotel, asked, form.force());
        move(taking);
        return content;
    }

    void giveBack(Content before) {
        var given = new Taking(null, before);
        lock(given);
        move(given);
    }

    private List<RoomNight> lock(Taking taking) {
        var concerned = taking.nights();
        return concerned.isEmpty()
                ? List.of()
                : nights.lockRooms(taking.rooms(), concerned.first(), concerned.last());
    }

    private Content priced(Hotel hotel, Content asked, boolean force) {
        try {
            return offer.price(hotel, asked);
        } catch (Refusal refusal) {
            if (force) {
                return offer.force(hotel, asked);
            }
            throw refusal;
        }
    }

    private void move(Taking taking) {
        var moves = taking.moves(replenishes);
        if (!moves.isEmpty()) {
            nights.move(moves);
        }
    }
}
