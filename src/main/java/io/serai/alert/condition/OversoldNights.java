package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Room types of which more rooms are sold for some night than there are. */
@Component
final class OversoldNights implements Condition {

    /** Nights ahead that a hotel may sell. */
    private static final int LONGEST = 750;

    private static final String FOUND =
            """
            select 'room type ' || n.room_type_id as subject, n.hotel_id, null::integer as connection_id, null::bigint as account_id, null::text as provider,
                   null::timestamptz as since,
                   min(t.name) || ' of hotel ' || min(h.name) || ' is sold too often' as title,
                   format('Nights: %s, the first is %s, with %s too many', count(*), min(n.night),
                          (array_agg(n.sold + n.held_back + n.out_of_order - n.offered - n.overbooking order by n.night))[1]) as words,
                   '/hotels/' || n.hotel_id || '/overbookings' as page
              from rooms_to_sell n
              join room_types t on t.id = n.room_type_id
              join hotels h on h.id = n.hotel_id
             where n.night >= :first and n.night < :beyond and n.is_oversold and n.sold > 0
               and n.night >= (:now at time zone h.time_zone)::date and n.night < (:now at time zone h.time_zone)::date + h.horizon
             group by n.hotel_id, n.room_type_id
            """;

    private final Questions questions;

    OversoldNights(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.NIGHT_OVERSOLD;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param("now", Questions.at(now))
                                .param("first", today(now).minusDays(1))
                                .param("beyond", today(now).plusDays(LONGEST)));
    }

    /** It reads all nights that are sold. */
    @Override
    public int everyMinutes() {
        return 5;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
