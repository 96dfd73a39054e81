package io.serai.reservation.overbooking;

import io.serai.reservation.overbooking.Explanation.Party;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nights of a hotel that are sold too often, and how each came to be. */
@Repository
public class Overbookings {

    private static final int MOST = 200;

    private final NightFactsReader reader;

    Overbookings(NightFactsReader reader) {
        this.reader = reader;
    }

    /** The nights from today on that are sold too often now, the earliest first; 200 at most. */
    public List<OversoldNight> now(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        with sold as (
                            select serai_today(id) as today, serai_today(id) + horizon as beyond from hotels where id = :hotel)
                        select n.room_type_id::text as room_type, t.code, t.name, n.night,
                               n.sold + n.held_back + n.out_of_order - n.offered - n.overbooking as over
                          from rooms_to_sell n join room_types t on t.id = n.room_type_id
                         where n.hotel_id = :hotel and n.is_oversold and n.sold > 0
                           and n.night >= (select today from sold) and n.night < (select beyond from sold)
                         order by n.night, t.code limit :most
                        """)
                .param("hotel", hotel)
                .param("most", MOST)
                .query(OversoldNight.class)
                .list();
    }

    /**
     * Explains the latest overbooking of a night, also one that was settled since.
     *
     * @param session sees the hotel
     * @param roomType its key
     * @return empty where the hotel has no such room type, or it was never sold too often
     */
    public Optional<Explanation> explain(
            JdbcClient session, int hotel, int roomType, LocalDate night) {
        ZoneId zone =
                ZoneId.of(
                        session.sql("select time_zone from hotels where id = ?")
                                .param(hotel)
                                .query(String.class)
                                .single());
        return reader.read(session, hotel, roomType, night)
                .flatMap(facts -> Judge.judge(facts).map(it -> explanation(facts, it, zone)));
    }

    private static Explanation explanation(NightFacts facts, Verdict verdict, ZoneId zone) {
        Cause cause = verdict.cause();
        Told knew = verdict.knew();
        return new Explanation(
                Integer.toString(facts.roomType()),
                facts.code(),
                facts.name(),
                facts.night(),
                Math.max(-facts.stock().get(facts.stock().size() - 1).free(), 0),
                cause,
                cause.title(),
                new Wording(facts, verdict, zone).words(),
                cause.advice(),
                verdict.lastAt(),
                verdict.overAt(),
                knew == null ? null : knew.answeredAt(),
                Stream.of(
                                party("last-room", verdict.last(), verdict.crossing().filled()),
                                party("one-too-many", verdict.over(), verdict.crossing().over()))
                        .filter(Objects::nonNull)
                        .toList(),
                new Timeline(facts, verdict).events());
    }

    private static @Nullable Party party(String part, @Nullable Sale sale, StockChange change) {
        if (sale == null) {
            return null;
        }
        Sale.Revision told =
                sale.revision(change.countedUpTo())
                        .orElse(sale.revisions().get(sale.revisions().size() - 1));
        return new Party(
                part,
                Long.toString(sale.id()),
                sale.number(),
                sale.channel(),
                sale.status(),
                sale.soldAt(told),
                told.receivedAt());
    }
}
