package io.serai.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel holds of a hotel's content.
 *
 * @param connection the connection
 * @param channel the channel's code
 * @param hotel the hotel's number at the channel; null while it has none
 * @param parts the parts that the channel takes, in the order in which they are sent
 * @param managed what is written at the channel by people
 * @param unread what of the parts cannot be read there
 * @param creation how the hotel is made there; null where nobody wanted it
 */
public record ContentState(
        String connection,
        String channel,
        @Nullable String hotel,
        List<PartState> parts,
        List<Managed> managed,
        List<Unread> unread,
        @Nullable Creation creation) {

    /**
     * Something that the channel does not take from here.
     *
     * @param what the kind, perhaps with a field, as {@code policies.pets}
     * @param where what a person does at the channel, and where; null: the channel has no such
     *     thing
     */
    public record Managed(String what, @Nullable String where) {}

    /**
     * Something that is told to the channel and that it does not show.
     *
     * @param what the kind, perhaps with a field
     * @param why the channel's reason
     */
    public record Unread(String what, String why) {}

    /**
     * How a hotel is made at a channel.
     *
     * @param state running, stopped or done
     * @param step the step it is at
     * @param words why it stopped
     * @param steps all steps in their order
     */
    public record Creation(
            String state,
            @Nullable String step,
            @Nullable String words,
            String begunBy,
            Instant begunAt,
            @Nullable Instant endedAt,
            List<Step> steps) {}

    /**
     * A step of it.
     *
     * @param step a kind of parts, or the step's own name
     * @param state done, open, or there: a person does it at the channel
     * @param words what a person does, or what ails it
     */
    public record Step(String step, String state, @Nullable String words) {}
}
