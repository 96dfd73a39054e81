package io.serai.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The last good text of every mapping: what the routes get when they ask for one. */
public final class Mappings {

    private static final String FOLDER = "mappings/";

    private final Map<String, String> texts = new ConcurrentSkipListMap<>();
    private final Path root;

    Mappings(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Whether a file below the folder of mappings is one: no example, no other text. */
    public static boolean isMapping(String file) {
        return !isExample(file)
                && (isXslt(file) || file.endsWith(".jslt") || file.endsWith(".json"));
    }

    static boolean isXslt(String file) {
        return file.endsWith(".xsl") || file.endsWith(".xslt");
    }

    private static boolean isExample(String file) {
        return file.startsWith("examples/") || file.contains("/examples/");
    }

    /**
     * The path below the folder of mappings of what a route or a mapping names.
     *
     * @param path such as {@code mappings/somechannel/rates-out.xsl}, or an absolute one
     */
    public Optional<String> fileOf(String path) {
        Path named = Path.of(path).normalize();
        String plain = named.toString().replace('\\', '/');
        if (plain.startsWith(FOLDER)) {
            return Optional.of(plain.substring(FOLDER.length()));
        }
        Path absolute = named.toAbsolutePath().normalize();
        return absolute.startsWith(root)
                ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
                : Optional.empty();
    }

    Path pathOf(String file) {
        return root.resolve(file);
    }

    /** All good texts as they are now, by path below the folder. */
    public Map<String, String> running() {
        return Map.copyOf(texts);
    }

    /** The good text of one, by its path below the folder; null where nothing of it runs. */
    public @Nullable String running(String file) {
        return texts.get(file);
    }

    /** All good texts, by path below the folder; a view. */
    Map<String, String> texts() {
        return texts;
    }
}
