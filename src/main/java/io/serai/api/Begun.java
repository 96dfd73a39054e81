package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request began; it goes on by itself.
 *
 * @param begun sync, full-sync, read-back or try-again
 * @param connections the connections it was begun for
 * @param from the first night; null where all are meant
 * @param to the last night, included; null where all are meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Begun(
        String begun, List<String> connections, @Nullable LocalDate from, @Nullable LocalDate to) {

    static Begun of(String what, List<Target> targets) {
        return of(what, targets, null);
    }

    static Begun of(String what, List<Target> targets, @Nullable Stretch nights) {
        return new Begun(
                what,
                targets.stream().map(target -> Integer.toString(target.id())).toList(),
                nights == null ? null : nights.from(),
                nights == null ? null : nights.to());
    }
}
