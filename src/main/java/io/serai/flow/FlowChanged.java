package io.serai.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the program is there, was edited or is gone; published once for every file at the
 * start, before any route runs, and then after each change.
 *
 * <p>Routes and mappings are told of after they took effect, and only when they were taken; any
 * other file (such as {@code channel.yaml}) as soon as its text stood still over two looks.
 *
 * @param folder which of the two folders
 * @param file the path below that folder, with {@code /} on every system
 * @param newText the whole file, or null when it is gone
 */
public record FlowChanged(FlowFolder folder, String file, @Nullable String newText) {

    /** The whole file, empty when it is gone. */
    public Optional<String> text() {
        return Optional.ofNullable(newText);
    }

    /** Whether the file is of that name, in whatever folder below. */
    public boolean isNamed(String name) {
        return file.equals(name) || file.endsWith("/" + name);
    }
}
