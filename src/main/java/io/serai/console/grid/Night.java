package io.serai.console.grid;

import io.serai.console.Hotel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A night of a room type or product in the grid.
 *
 * @param key its name in the page
 * @param path where it is changed; null when it cannot be changed here
 * @param ours what the hotel set, in brief
 * @param of what that is a part of, as the rooms offered; null when of nothing
 * @param marks its restrictions in brief
 * @param words the same for people
 * @param closed whether it is not sold
 * @param story where it is told how it came to be so
 * @param held what each channel holds
 */
public record Night(
        String key,
        @Nullable String path,
        String ours,
        @Nullable String of,
        List<String> marks,
        String words,
        boolean closed,
        String story,
        List<Holding> held) {

    /** The same, to be looked at alone. */
    public Night lookedAt() {
        return new Night(key, null, ours, of, marks, words, closed, story, held);
    }

    static final String DASH = "–";

    /** A page of a night. */
    static String path(Hotel hotel, NightKind kind, int id, LocalDate night) {
        return "/hotels/" + hotel.id() + "/" + kind.word() + "/" + id + "/nights/" + night;
    }
}
