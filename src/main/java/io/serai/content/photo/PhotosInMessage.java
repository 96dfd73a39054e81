package io.serai.content.photo;

import io.serai.channel.PhotoRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A hotel's photos as they go with the message that tells a channel of the hotel itself. What it
 * was told of by such a message is looked for there, like a photo that was told by itself.
 */
@Component
public class PhotosInMessage {

    private static final Comparator<Photo> MAIN_FIRST =
            Comparator.comparing(Photo::main).reversed().thenComparing(Photo::position);

    private final PhotoAddresses addresses;

    PhotosInMessage(PhotoAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * A photo in such a message.
     *
     * @param id its key
     * @param url where the channel fetches it
     * @param captions what stands below it, by language
     */
    public record Told(String id, String url, Map<String, String> captions) {}

    /**
     * The main photo, then the others in their order: those that the channel knows, at the
     * addresses that it knows. Where it knows none, all that it would take.
     *
     * @param rule how it takes photos
     */
    public List<Told> of(JdbcClient session, int hotel, int connection, PhotoRule rule) {
        Map<Long, PhotoPlace> known = known(session, connection);
        List<Photo> all = new PhotoBook(session, hotel).all().stream().sorted(MAIN_FIRST).toList();
        List<Told> there =
                all.stream()
                        .filter(it -> known.containsKey(it.id()) && known.get(it.id()).isOf(it))
                        .map(it -> told(it, known.get(it.id()).file()))
                        .toList();
        return there.isEmpty()
                ? all.stream()
                        .filter(it -> fits(it, rule))
                        .map(it -> told(it, PhotoAddresses.file(it.token(), it.type())))
                        .toList()
                : there;
    }

    private static Map<Long, PhotoPlace> known(JdbcClient session, int connection) {
        Map<Long, PhotoPlace> known = new HashMap<>();
        new PhotoPlaceRows(session)
                .of(connection).stream()
                        .filter(it -> it.is(PhotoState.PENDING) || it.is(PhotoState.LIVE))
                        .filter(it -> !it.isLeft())
                        .forEach(it -> known.put(Objects.requireNonNull(it.photo()), it));
        return known;
    }

    private Told told(Photo photo, String file) {
        return new Told(Long.toString(photo.id()), addresses.of(file), photo.captions());
    }

    private boolean fits(Photo photo, PhotoRule rule) {
        String file = PhotoAddresses.file(photo.token(), photo.type());
        var shown =
                new PhotoPush.Shown(
                        Long.toString(photo.id()),
                        addresses.of(file),
                        photo.type(),
                        photo.width(),
                        photo.height(),
                        photo.main(),
                        photo.position(),
                        List.of(),
                        photo.captions());
        return new WantedPhoto(photo.id(), file, shown).unfit(rule).isEmpty();
    }

    /** Notes that a channel took them with its message: it is asked how far they are. */
    public void taken(JdbcClient session, int connection, List<Told> told) {
        int fresh = 0;
        for (Told photo : told) {
            String file = photo.url().substring(photo.url().lastIndexOf('/') + 1);
            fresh +=
                    new PhotoPlaceRows(session).taken(connection, Long.parseLong(photo.id()), file);
        }
        if (fresh > 0) {
            PhotoWishes.look(session, connection);
        }
    }
}
