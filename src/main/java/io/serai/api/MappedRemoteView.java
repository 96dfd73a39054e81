package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.connection.MappedRemote;
import io.serai.channel.connection.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a channel's rooms or rates, and what it means here. Ids are strings.
 *
 * @param means missing: nothing yet
 * @param leaving it is closed there now, and means nothing after
 * @param inherits derived or read-only there: nothing is sent to it
 * @param offers what it may mean
 * @param suggested the offer whose name is most alike; nobody maps it unasked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedRemoteView(
        String id,
        String room,
        @Nullable String rate,
        String name,
        @Nullable Meant means,
        @Nullable String mappedBy,
        boolean leaving,
        boolean inherits,
        List<Meant> offers,
        @Nullable Meant suggested,
        @Nullable Integer percent) {

    /** A room type, or a product. */
    public record Meant(String id, String name, String code) {

        static @Nullable Meant of(@Nullable Meaning meaning) {
            return meaning == null
                    ? null
                    : new Meant(Integer.toString(meaning.id()), meaning.name(), meaning.code());
        }
    }

    static MappedRemoteView of(MappedRemote remote) {
        return new MappedRemoteView(
                Integer.toString(remote.id()),
                remote.room(),
                remote.rate(),
                remote.name(),
                Meant.of(remote.means()),
                remote.mappedBy(),
                remote.isLeaving(),
                remote.inherits(),
                remote.offers().stream().map(Meant::of).toList(),
                Meant.of(remote.like()),
                remote.like() == null ? null : remote.percent());
    }
}
