package io.serai.hotel.room;

import io.serai.delivery.Wakes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is left, read and said by a system that counts reservations itself. Such a system says up to
 * which revision it counted: where a later one moved the rooms sold of a night it is refused, since
 * it would sell that room once more. All within the caller's transaction.
 */
@Repository
public class RoomsLeft {

    private static final int SHOWN = 100;

    private static final String SAID =
            """
            unnest(cast(:types as integer[]), cast(:nights as date[]), cast(:rooms as integer[]), cast(:seen as integer[]))
                as said (room_type_id, night, rooms, seen)
            """;

    private final Wakes wakes;

    RoomsLeft(Wakes wakes) {
        this.wakes = wakes;
    }

    /**
     * The latest revision of a reservation of a hotel, or the number under which rooms were last
     * counted anew without one; 0: there is none. Whoever sees it sees all before it.
     */
    public long counted(JdbcClient session, int hotel) {
        return session.sql(
                        "select greatest(recounted, (select max(id) from reservation_revisions where hotel_id = h.id)) from hotels h where id = ?")
                .param(hotel)
                .query(Long.class)
                .single();
    }

    /**
     * What is left of the nights that are written, by room type and night.
     *
     * @param roomType the code of the one that is meant; null for all
     * @param to the last night, included
     */
    public List<LeftNight> read(
            JdbcClient session,
            int hotel,
            @Nullable String roomType,
            LocalDate from,
            LocalDate to) {
        return session.sql(
                        """
                        select t.code as room_type, n.night, n.rooms_left as "left", n.counted_up_to
                          from rooms_to_sell n join room_types t on t.id = n.room_type_id
                         where n.hotel_id = :hotel and n.night between :from and :to
                           and (cast(:code as text) is null or t.code = :code)
                         order by 1, 2
                        """)
                .param("hotel", hotel)
                .param("code", roomType)
                .param("from", from)
                .param("to", to)
                .query(LeftNight.class)
                .list();
    }

    /**
     * Offers so many rooms that as many are left as is said; no night is named twice. The
     * dispatcher knows with the commit.
     *
     * @param countedUpTo the latest revision that was counted when this was said
     * @throws LeftStale when a later one is counted here for one of the nights, or when less or
     *     more is left there than was seen
     */
    public void write(JdbcClient session, int hotel, long countedUpTo, List<SaidLeft> said) {
        if (said.isEmpty()) {
            return;
        }
        Map<String, Object> params = params(said);
        session.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select room_type_id, night, :hotel, 0 from %s order by 1, 2
                        on conflict do nothing
                        """
                                .formatted(SAID))
                .params(params)
                .param("hotel", hotel)
                .update();
        lock(session, params);
        demandKnown(session, countedUpTo, params);
        session.sql(
                        "select serai_leave(cast(:types as integer[]), cast(:nights as date[]), cast(:rooms as integer[]))")
                .params(params)
                .query(Integer.class)
                .single();
        wakes.afterCommit();
    }

    /** In the order in which reservations lock them. */
    private static void lock(JdbcClient session, Map<String, Object> params) {
        session.sql(
                        """
                        select count(*) from (
                            select from room_nights n join %s on said.room_type_id = n.room_type_id and said.night = n.night
                             where n.night between cast(:earliest as date) and cast(:latest as date)
                             order by n.room_type_id, n.night
                               for update of n) locked
                        """
                                .formatted(SAID))
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** A statement of its own: what it sees was committed before the rows were locked. */
    private static void demandKnown(
            JdbcClient session, long countedUpTo, Map<String, Object> params) {
        List<LeftNight> newer =
                session.sql(
                                """
                                select t.code as room_type, n.night, n.rooms_left as "left", n.counted_up_to
                                  from rooms_to_sell n
                                  join %s on said.room_type_id = n.room_type_id and said.night = n.night
                                  join room_types t on t.id = n.room_type_id
                                 where n.night between cast(:earliest as date) and cast(:latest as date)
                                   and (n.counted_up_to > :counted or said.seen <> n.rooms_left)
                                 order by 1, 2
                                """
                                        .formatted(SAID))
                        .params(params)
                        .param("counted", countedUpTo)
                        .query(LeftNight.class)
                        .list();
        if (!newer.isEmpty()) {
            List<LeftNight> shown = newer.subList(0, Math.min(SHOWN, newer.size()));
            throw new LeftStale(List.copyOf(shown), newer.size() - shown.size());
        }
    }

    private static Map<String, Object> params(List<SaidLeft> said) {
        List<LocalDate> nights = said.stream().map(SaidLeft::night).sorted().toList();
        return Map.of(
                "types", said.stream().map(SaidLeft::roomType).toArray(Integer[]::new),
                "nights", said.stream().map(it -> it.night().toString()).toArray(String[]::new),
                "rooms", said.stream().map(SaidLeft::left).toArray(Integer[]::new),
                "seen", said.stream().map(SaidLeft::seen).toArray(Integer[]::new),
                "earliest", nights.get(0),
                "latest", nights.get(nights.size() - 1));
    }
}
