package io.serai.channel.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a channel's rooms or rates, and what it means here.
 *
 * @param id its key
 * @param room the channel's id of the room
 * @param rate the channel's id of the rate; null for the room itself
 * @param name its name there
 * @param means what it means; null: nothing yet
 * @param mappedBy who said so; null where nothing is said
 * @param isLeaving whether it is closed there now, and means nothing after
 * @param inherits derived or read-only there: nothing is sent to it
 * @param offers what it may mean: room types that no other room means, or products of its room
 * @param like the offer whose name is most alike; null where none is
 * @param percent how alike
 */
public record MappedRemote(
        int id,
        String room,
        @Nullable String rate,
        String name,
        @Nullable Meaning means,
        @Nullable String mappedBy,
        boolean isLeaving,
        boolean inherits,
        List<Meaning> offers,
        @Nullable Meaning like,
        int percent) {

    private static final int ALIKE = 75;

    public MappedRemote {
        offers = List.copyOf(offers);
    }

    /** Whether it is a room rather than a rate of one. */
    public boolean isRoom() {
        return rate == null;
    }

    /** The same with the offer whose name or code is most alike, where one is alike at all. */
    MappedRemote suggested() {
        Meaning best = null;
        int most = ALIKE - 1;
        for (Meaning offer : means == null ? offers : List.<Meaning>of()) {
            int alike = alike(offer);
            if (alike > most) {
                best = offer;
                most = alike;
            }
        }
        return new MappedRemote(
                id,
                room,
                rate,
                name,
                means,
                mappedBy,
                isLeaving,
                inherits,
                offers,
                best,
                best == null ? 0 : most);
    }

    private int alike(Meaning offer) {
        String own = rate == null ? room : rate;
        return offer.code().equalsIgnoreCase(own)
                ? 100
                : Math.max(
                        NameLikeness.percent(name, offer.name()),
                        NameLikeness.percent(name, offer.code()));
    }
}
