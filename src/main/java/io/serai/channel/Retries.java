package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long is waited before each further try, by the name of the ladder, and what follows the last.
 *
 * @param ladders the waits of each ladder, in order
 * @param then what is done at a ladder's end
 * @param ends what is done at the end of ladders that end otherwise, by their names
 */
public record Retries(Map<String, List<Duration>> ladders, End then, Map<String, End> ends) {

    /** What is done at a ladder's end. */
    public enum End {
        /** The connection is held with an alert and probed hourly. */
        HOLD,
        /** The message is given up with an alert, and the next is sent. */
        DROP
    }

    /** The ladder for a channel that cannot be reached or whose answer was lost. */
    public static final String UNREACHABLE = "unreachable";

    /** The ladder for a channel that says not now and names no time. */
    public static final String LATER = "later";

    /** The keys of the file that are not settings of all ladders are ladders. */
    @JsonCreator
    static Retries of(
            @JsonProperty("then") @Nullable End then,
            @JsonProperty("ends") @Nullable Map<String, End> ends,
            @JsonAnySetter Map<String, List<Duration>> ladders) {
        return new Retries(ladders, then == null ? End.HOLD : then, ends == null ? Map.of() : ends);
    }

    public Retries {
        ladders = Map.copyOf(new LinkedHashMap<>(ladders));
        ends = Map.copyOf(ends);
    }

    /** What is done at a ladder's end. */
    public End endOf(String ladder) {
        return ends.getOrDefault(ladder, then);
    }

    /**
     * The wait before the next try, empty at the ladder's end.
     *
     * @param ladder its name; one that the channel does not have is taken as {@link #UNREACHABLE}
     * @param tries how many tries there were, at least 1
     */
    public Optional<Duration> waitAfter(String ladder, int tries) {
        List<Duration> waits =
                ladders.getOrDefault(ladder, ladders.getOrDefault(UNREACHABLE, List.of()));
        return tries > waits.size() ? Optional.empty() : Optional.of(waits.get(tries - 1));
    }
}
