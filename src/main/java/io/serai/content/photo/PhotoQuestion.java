package io.serai.content.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the port {@code photo-read} takes. {@code mappings/schema/photo-read.json} says the same of
 * its JSON.
 *
 * @param hotel the channel's own id of the hotel
 * @param photos those that are asked about
 */
public record PhotoQuestion(String hotel, List<Asked> photos) {

    /**
     * A photo that is asked about.
     *
     * @param id what the answer calls it
     * @param url where the channel was told to fetch it
     * @param remote the channel's id, as it was named last; null where that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(String id, String url, @Nullable String remote) {}

    public PhotoQuestion {
        photos = List.copyOf(photos);
    }
}
