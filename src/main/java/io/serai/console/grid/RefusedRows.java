package io.serai.console.grid;

import io.serai.ari.Difference;
import io.serai.console.Hotel;
import io.serai.console.ValueWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What channels refused, or do not take, of some nights. */
final class RefusedRows {

    private final Map<Integer, List<Refused>> byRemote;

    private RefusedRows(Map<Integer, List<Refused>> byRemote) {
        this.byRemote = byRemote;
    }

    private record Refused(
            int remote,
            LocalDate from,
            LocalDate until,
            String field,
            String value,
            String words,
            boolean held) {

        boolean covers(LocalDate night) {
            return !night.isBefore(from) && night.isBefore(until);
        }
    }

    static RefusedRows read(JdbcClient database, Hotel hotel, LocalDate from, LocalDate until) {
        return new RefusedRows(
                database
                        .sql(
                                """
                                select f.remote_id, lower(r) as first, upper(r) as beyond, f.field, f.value, f.words,
                                       f.code is not distinct from 'held' as held
                                  from refusals f, unnest(f.nights) r
                                 where f.hotel_id = ? and r && daterange(?, ?)
                                 order by f.id
                                """)
                        .params(hotel.id(), from, until)
                        .query(
                                (row, number) ->
                                        new Refused(
                                                row.getInt("remote_id"),
                                                row.getObject("first", LocalDate.class),
                                                row.getObject("beyond", LocalDate.class),
                                                row.getString("field"),
                                                row.getString("value"),
                                                row.getString("words"),
                                                row.getBoolean("held")))
                        .stream()
                        .collect(Collectors.groupingBy(Refused::remote)));
    }

    Difference.Refused at(int remote, LocalDate night) {
        List<Refused> here = of(remote, night);
        return (field, value) ->
                here.stream().anyMatch(it -> it.field.equals(field) && it.value.equals(value));
    }

    /** Whether a price of a night is held for approval. */
    boolean isHeld(int remote, LocalDate night) {
        return of(remote, night).stream().anyMatch(Refused::held);
    }

    /** What was said of a night, with the field it is about; empty when nothing. */
    String words(int remote, LocalDate night, String currency) {
        return of(remote, night).stream()
                .map(it -> ValueWords.one(it.field, it.value, currency) + ": " + it.words)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<Refused> of(int remote, LocalDate night) {
        return byRemote.getOrDefault(remote, List.of()).stream()
                .filter(it -> it.covers(night))
                .toList();
    }
}
