package io.serai.console.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * A room type in a grid, with what is shown of it.
 *
 * @param id the room type
 * @param name its name
 * @param about what else is to be known of it
 * @param open whether its rows are shown
 * @param rows what is shown; none where it is folded
 */
public record Group(int id, String name, String about, boolean open, List<Row> rows) {

    /** One of which only the name is shown. */
    public static Group folded(Choices.Type type, String about) {
        return new Group(type.id(), type.name(), about, false, List.of());
    }

    /** Another one as soon as something else is to be shown. */
    public String stamp() {
        return DigestUtils.md5DigestAsHex(toString().getBytes(UTF_8));
    }
}
