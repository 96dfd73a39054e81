package io.serai.reservation;

import io.serai.channel.Channels;
import io.serai.channel.PortJson;
import io.serai.reservation.Confirmation.Booking;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes of what was taken the confirmations that a channel wants. */
@Component("confirmations")
public class Confirmations {

    private final JdbcClient jdbc;
    private final HotelConnections accounts;
    private final Channels channels;

    Confirmations(JdbcClient jdbc, HotelConnections accounts, Channels channels) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.channels = channels;
    }

    /** Our own number of a reservation, always the same; at most 20 characters. */
    static String number(long reservationId) {
        return "S" + reservationId;
    }

    /**
     * The same confirmation with our own number of each reservation, as {@code S} and its id.
     * Without those that the channel said it will never take a confirmation of, and without those
     * that it took one of already, unless one of its queues still lists them or a webhook tells of
     * them again; those first that it waits for the shortest. It is about the revision that was
     * taken, else about the current one, not about what comes while it is sent.
     *
     * @param taken the revision, where the confirmation is of one reservation and does not say it
     */
    public String numbered(
            @Header("Serai-Account") long accountId,
            @Body String confirmation,
            @Variable("revision") @Nullable Integer taken) {
        var all = PortJson.read(confirmation, Confirmation.class);
        var own = numbers(accountId, all.reservations(), isTold(accountId, all.queue()));
        return PortJson.write(
                all.of(
                        all.bookings().stream()
                                .filter(booking -> own.containsKey(booking.number()))
                                .sorted(Comparator.comparing(it -> own.get(it.number()).until()))
                                .map(booking -> own.get(booking.number()).confirm(booking, taken))
                                .toList()));
    }

    /**
     * The same confirmation in parts, each for one hotel; no reservation stands twice in one.
     *
     * @param most of how many reservations a part may be
     */
    public List<String> parts(@Body String confirmation, int most) {
        var all = PortJson.read(confirmation, Confirmation.class);
        var parts = new ArrayList<String>();
        byHotel(all)
                .forEach(
                        of -> {
                            for (var at = 0; at < of.size(); at += most) {
                                var some = of.subList(at, Math.min(at + most, of.size()));
                                parts.add(PortJson.write(all.of(some)));
                            }
                        });
        return parts;
    }

    /** Of a reservation that stands twice the later one says how it is now. */
    private static List<List<Booking>> byHotel(Confirmation all) {
        var latest = new LinkedHashMap<String, Booking>();
        all.bookings().forEach(booking -> latest.put(booking.number(), booking));
        return List.copyOf(
                latest.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        booking -> Objects.requireNonNullElse(booking.hotel(), ""),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    /** Whether the channel itself lists them or told of them, and was not only asked for them. */
    private boolean isTold(long accountId, String from) {
        var channel = channels.byCode(accounts.provider(accountId)).definition();
        return channel.polls().containsKey(from) || channel.webhooks().containsKey(from);
    }

    private Map<String, Own> numbers(long accountId, List<String> reservations, boolean listed) {
        if (reservations.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select r.id, r.number, r.revision, coalesce(v.expires_at, 'infinity') as until
                          from reservations r
                          join reservation_revisions v on v.reservation_id = r.id and v.revision = r.revision
                         where r.account_id = :account and r.number in (:numbers) and v.confirm_ended_at is null
                           and (v.acknowledged_at is null or :listed)
                        """)
                .param("account", accountId)
                .param("numbers", reservations)
                .param("listed", listed)
                .query(Own.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Own::number, own -> own));
    }

    /** A reservation as it is here. */
    private record Own(long id, String number, int revision, OffsetDateTime until) {

        Booking confirm(Booking booking, @Nullable Integer taken) {
            var told = Optional.ofNullable(booking.revision()).or(() -> Optional.ofNullable(taken));
            return booking.confirmedAs(Confirmations.number(id), told.orElse(revision));
        }
    }
}
