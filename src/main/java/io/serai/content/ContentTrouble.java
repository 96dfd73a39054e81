package io.serai.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of a hotel's content or photos that a channel did not take, or that waits for what a
 * person does there.
 *
 * @param hotel the hotel's key
 * @param connection the connection's key
 * @param channel the connection's name
 * @param what the part, as {@code policies} or {@code room:DBL}; a step of making a hotel, as
 *     {@code step:licence}; a photo, as {@code photo:17}; {@code photos}: what is shown in which
 *     order, and what was taken away
 * @param state lacking, refused, given-up, broken, there (a person does it at the channel), unfit
 *     (a photo that the channel takes none like), or settled: taken but for the fields
 * @param fields those that the channel refused; none where it named none
 * @param code the channel's code
 * @param words the channel's words, or ours
 * @param since since when
 */
public record ContentTrouble(
        String hotel,
        String connection,
        String channel,
        String what,
        String state,
        List<String> fields,
        @Nullable String code,
        @Nullable String words,
        Instant since) {

    public ContentTrouble {
        fields = List.copyOf(fields);
    }
}
