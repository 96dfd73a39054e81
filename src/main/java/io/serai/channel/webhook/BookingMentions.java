package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells texts that are about one booking alone from those that are another hotel's or guest's. */
@Repository
public class BookingMentions {

    private final JdbcClient jdbc;

    BookingMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose texts are looked for.
     *
     * @param hotel whose it is; null: a hotel that is not known here
     * @param account by which it came; null: it is the hotel's own
     * @param number its number there
     */
    public record Booking(@Nullable Integer hotel, @Nullable Long account, String number) {}

    /**
     * Whether a text names this booking, none of the account's others, and no other hotel of it.
     *
     * @param hotel the text's; null where that is not known: then the text itself must name the
     *     booking's, unless the account serves no other
     */
    public boolean isAlone(Booking booking, @Nullable Integer hotel, String text) {
        return isIn(booking.number(), text)
                && (hotel == null ? namesNoOther(booking, text) : hotel.equals(booking.hotel()))
                && !namesAnotherBooking(booking, text);
    }

    private record At(boolean own, String remote) {}

    private boolean namesNoOther(Booking booking, String text) {
        List<At> served =
                jdbc.sql(
                                """
                                select hotel_id is not distinct from cast(? as integer), remote_hotel from third_party_integrations
                                 where account_id = ? and remote_hotel is not null
                                """)
                        .params(booking.hotel(), booking.account())
                        .query((row, number) -> new At(row.getBoolean(1), row.getString(2)))
                        .list();
        List<At> others = served.stream().filter(at -> !at.own()).toList();
        return others.isEmpty()
                || others.stream().noneMatch(at -> isIn(at.remote(), text))
                        && served.stream().anyMatch(at -> at.own() && isIn(at.remote(), text));
    }

    private boolean namesAnotherBooking(Booking booking, String text) {
        return jdbc.sql(
                        """
                        select exists (select from reservations where account_id = ? and number = any (?) and number <> ?)
                        """)
                .params(
                        booking.account(),
                        Mention.words(text).toArray(String[]::new),
                        booking.number())
                .query(Boolean.class)
                .single();
    }

    private static boolean isIn(String word, String text) {
        return Mention.of(word).isIn(text.getBytes(UTF_8));
    }
}
