package io.serai.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's answer says, as a mapping extracts it: its codes and words, not what they mean.
 *
 * @param reference what the channel calls the call; null when it did not say
 * @param success whether it says that something was taken; null when it does not say
 * @param items what it says about single updates, or about the whole
 */
public record Said(@Nullable String reference, @Nullable Boolean success, List<Item> items) {

    /**
     * One thing that it says.
     *
     * @param update the number of the update it is about; null for the whole message
     * @param fields the fields it is about; null for all that the update carries
     * @param code the channel's code
     * @param words the channel's words; null when there are none
     */
    public record Item(
            @Nullable Integer update,
            @Nullable List<String> fields,
            String code,
            @Nullable String words) {}

    public Said {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }
}
