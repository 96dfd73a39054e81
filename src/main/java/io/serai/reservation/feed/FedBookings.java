package io.serai.reservation.feed;

import io.serai.reservation.People;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts to revisions the whole bookings as of them: the latest of a reservation as the booking
 * stands, an earlier one as it was told, in the codes that its rooms and rates are mapped to now.
 */
@Component
public class FedBookings {

    /**
     * What was told up to a revision: a cancellation repeats nothing, so that what was before it
     * counts.
     */
    private static final String TOLD =
            """
            select v.id, r.person_key, r.connection_id,
                   (select b.body_sealed from reservation_revisions b
                     where b.reservation_id = v.reservation_id and b.revision <= v.revision
                     order by b.kind <> 'cancel' desc, b.revision desc limit 1) as body_sealed,
                   coalesce((select b.kind from reservation_revisions b
                              where b.reservation_id = v.reservation_id and b.revision between 2 and v.revision and b.kind <> 'confirm'
                              order by b.revision desc limit 1),
                            (select case b.kind when 'modify' then 'new' else b.kind end from reservation_revisions b
                              where b.reservation_id = v.reservation_id and b.revision = 1),
                            v.kind) as kind
              from reservation_revisions v join reservations r on r.id = v.reservation_id
             where v.id = any (:ids) and r.person_key is not null
            """;

    private final BookingDetails details;
    private final People people;

    FedBookings(BookingDetails details, People people) {
        this.details = details;
        this.people = people;
    }

    /**
     * The same revisions with their bookings. Of one whose people were erased since, the booking as
     * it stands is all that is left.
     *
     * @param session sees their hotel
     */
    public List<FedRevision> complete(JdbcClient session, List<FedRevision> revisions) {
        Long[] reservations =
                revisions.stream()
                        .map(it -> Long.parseLong(it.reservation()))
                        .distinct()
                        .toArray(Long[]::new);
        Map<String, BookingDetail> now =
                details.read(session, List.of(reservations)).stream()
                        .collect(Collectors.toMap(BookingDetail::id, Function.identity()));
        Map<String, Integer> latest = latest(session, reservations);
        Map<Long, ToldThen> then =
                told(
                        session,
                        revisions.stream()
                                .filter(it -> !stands(it, now.get(it.reservation()), latest))
                                .map(FedRevision::key)
                                .toArray(Long[]::new));
        RemoteCodes codes =
                RemoteCodes.read(
                        session,
                        then.values().stream().map(ToldThen::connection).distinct().toList(),
                        now.values().stream()
                                .map(BookingDetail::hotel)
                                .filter(Objects::nonNull)
                                .map(Integer::valueOf)
                                .distinct()
                                .toList());
        return revisions.stream()
                .filter(it -> now.containsKey(it.reservation()))
                .map(
                        it -> {
                            BookingDetail booking = now.get(it.reservation());
                            ToldThen told = then.get(it.key());
                            return it.with(
                                    told == null
                                            ? booking
                                            : told.booking(booking, it.revision(), codes),
                                    it.revision() < latest.getOrDefault(it.reservation(), 0));
                        })
                .toList();
    }

    /**
     * Whether the booking that was read is this revision's: it was its latest one before and after
     * the booking's rows were read.
     */
    private static boolean stands(
            FedRevision revision, @Nullable BookingDetail now, Map<String, Integer> latest) {
        return now != null
                && revision.revision() == now.version()
                && now.version() == latest.getOrDefault(revision.reservation(), 0);
    }

    private static Map<String, Integer> latest(JdbcClient session, Long[] reservations) {
        return session
                .sql("select id, revision from reservations where id = any (?)")
                .param(reservations)
                .query((row, number) -> Map.entry(row.getString("id"), row.getInt("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<Long, ToldThen> told(JdbcClient session, Long[] ids) {
        return ids.length == 0
                ? Map.of()
                : session
                        .sql(TOLD)
                        .param("ids", ids)
                        .query(
                                (row, number) ->
                                        Map.entry(
                                                row.getLong("id"),
                                                new ToldThen(
                                                        people.openRevision(
                                                                row.getBytes("person_key"),
                                                                row.getBytes("body_sealed")),
                                                        row.getString("kind"),
                                                        row.getInt("connection_id"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
