package io.serai.reservation.feed;

import io.serai.reservation.People;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<String, BookingDetail> now =
                details
                        .read(
                                session,
                                revisions.stream()
                                        .map(it -> Long.parseLong(it.reservation()))
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(BookingDetail::id, Function.identity()));
        Map<Long, ToldThen> then = told(session, revisions);
        RemoteCodes codes =
                RemoteCodes.read(
                        session,
                        then.values().stream().map(ToldThen::connection).distinct().toList());
        return revisions.stream()
                .filter(revision -> now.containsKey(revision.reservation()))
                .map(
                        revision -> {
                            BookingDetail booking = now.get(revision.reservation());
                            ToldThen told = then.get(revision.key());
                            return revision.with(
                                    told == null
                                            ? booking
                                            : told.booking(booking, revision.revision(), codes));
                        })
                .toList();
    }

    private Map<Long, ToldThen> told(JdbcClient session, List<FedRevision> revisions) {
        Long[] ids =
                revisions.stream()
                        .filter(FedRevision::superseded)
                        .map(FedRevision::key)
                        .toArray(Long[]::new);
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
