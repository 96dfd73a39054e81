package io.serai.channel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls under way where only so many may be at once. A place is a row with an end: one whose holder
 * died is free after it.
 */
final class Flights {

    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    private final JdbcClient jdbc;

    Flights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Places taken for a call; none are left where not all could be had.
     *
     * @param lacking the kind of which there was none; null where all could be had
     */
    record Taken(UUID holder, List<String> places, @Nullable String lacking) {}

    /**
     * Takes one place of each kind.
     *
     * @param kinds how many places of each the call may have one of
     * @param most after which they are free, whatever became of the call
     */
    Taken take(Map<String, Integer> kinds, Duration most) {
        UUID holder = UUID.randomUUID();
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            if (!takeOne(kind.getKey(), kind.getValue(), holder, most, taken)) {
                free(new Taken(holder, taken, kind.getKey()));
                return new Taken(holder, List.of(), kind.getKey());
            }
        }
        return new Taken(holder, taken, null);
    }

    private boolean takeOne(
            String kind, int places, UUID holder, Duration most, List<String> taken) {
        for (int number = 1; number <= places; number++) {
            String place = kind + " " + number;
            int got =
                    jdbc.sql(
                                    """
                                    insert into calls_in_flight as f (place, holder, until)
                                    values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
                                        on conflict (place) do update set holder = excluded.holder, until = excluded.until
                                     where f.until < clock_timestamp()
                                    """)
                            .params(place, holder, most.toMillis())
                            .update();
            if (got == 1) {
                taken.add(place);
                return true;
            }
        }
        return false;
    }

    /**
     * Frees places; those that somebody else has by now stay taken. What the database does not hear
     * of is free at its end: no answer is lost for that.
     */
    void free(Taken taken) {
        for (String place : taken.places()) {
            try {
                jdbc.sql("delete from calls_in_flight where place = ? and holder = ?")
                        .params(place, taken.holder())
                        .update();
            } catch (DataAccessException failed) {
                LOG.warn("{} is free at its end only: {}", place, failed.getMessage());
            }
        }
    }
}
