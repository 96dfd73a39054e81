package io.serai.console.content;

import io.serai.content.ContentState;
import io.serai.content.PartState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel holds of a hotel's content, or of a part of it.
 *
 * @param id the connection
 * @param name what the connection is called
 * @param takes whether it takes any content from here
 * @param creatable whether hotels are made there
 * @param shows the kinds of parts that it shows, to be read
 * @param state what it holds
 */
public record ContentChannel(
        int id,
        String name,
        boolean takes,
        boolean creatable,
        Set<String> shows,
        ContentState state) {

    public ContentChannel {
        shows = Set.copyOf(shows);
    }

    /** The part that is shown alone; null where the channel takes none of it. */
    public @Nullable PartState part() {
        return state.parts().stream().findFirst().orElse(null);
    }

    /** What of a part is managed there. */
    public List<ContentState.Managed> managed(String kind) {
        return state.managed().stream()
                .filter(it -> it.what().equals(kind) || it.what().startsWith(kind + "."))
                .toList();
    }

    /** What of a part cannot be read there. */
    public List<ContentState.Unread> unread(String kind) {
        return state.unread().stream()
                .filter(it -> it.what().equals(kind) || it.what().startsWith(kind + "."))
                .toList();
    }

    /** How many fields of a part are in a state. */
    public long count(PartState part, String word) {
        return part.fields().stream().filter(field -> field.state().equals(word)).count();
    }

    /** The steps of making the hotel there that are done. */
    public long done() {
        return steps().stream().filter(step -> step.state().equals("done")).count();
    }

    /** All steps of making the hotel there. */
    public List<ContentState.Step> steps() {
        ContentState.Creation creation = state.creation();
        return creation == null ? List.of() : creation.steps();
    }
}
