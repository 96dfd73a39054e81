package io.serai.console;

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
 * @param held what each channel holds
 */
record Night(
        String key,
        @Nullable String path,
        String ours,
        @Nullable String of,
        List<String> marks,
        String words,
        boolean closed,
        List<Holding> held) {

    static final String DASH = "–";
}
