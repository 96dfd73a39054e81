package io.serai.content.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a channel was told of.
 *
 * @param id its key
 * @param connection the connection by which it was told
 * @param photo the photo whose picture it is; null: of none any more, the channel is to forget it
 * @param state pending, live, refused, or unfit: not told, since the channel takes none like it
 * @param remote the channel's id; null where that is not known
 * @param file under which the picture was told
 * @param facts what was told with it
 * @param code the channel's code; null when there is none
 * @param words the channel's words; null when there are none
 * @param sentAt when it was told
 * @param readAt when the channel was last asked how far it is; null: never
 */
public record PhotoPlace(
        long id,
        int connection,
        @Nullable Long photo,
        String state,
        @Nullable String remote,
        String file,
        String facts,
        @Nullable String code,
        @Nullable String words,
        Instant sentAt,
        @Nullable Instant readAt) {

    static final String UNFIT = "unfit";

    /** Whether it is of a photo with the picture that it has now. */
    public boolean isOf(Photo other) {
        return photo != null
                && photo == other.id()
                && PhotoAddresses.kept(file)
                        .equals(PhotoAddresses.file(other.token(), other.type()));
    }

    boolean is(PhotoState other) {
        return state.equals(other.word());
    }

    boolean isUnfit() {
        return state.equals(UNFIT);
    }

    /** Whether the channel is to forget it. */
    boolean isLeft() {
        return photo == null;
    }
}
