package io.serai.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * What channels say that their settings are where nobody sets them: the last of all sources of
 * settings, so that the environment, the command line and every file go before it.
 */
final class ChannelSettings extends EnumerablePropertySource<Map<String, Map<String, String>>> {

    private static final String PREFIX = "serai.channels.";

    ChannelSettings() {
        super("channels", new ConcurrentHashMap<>());
    }

    /** A channel's settings by their whole names, as its file gives them. */
    static Map<String, String> read(Path file, String content) {
        String folder = Channels.folder(file);
        JsonNode settings =
                new YamlText(file.toString(), content, value -> value).json().path("settings");
        Map<String, String> named = new HashMap<>();
        settings.fields()
                .forEachRemaining(
                        each ->
                                named.put(
                                        PREFIX + folder + "." + each.getKey(),
                                        each.getValue().asText()));
        return named;
    }

    /** Lets a channel's settings hold from now on; gives those that held before. */
    Map<String, String> put(String folder, Map<String, String> settings) {
        Map<String, String> before = getSource().put(folder, Map.copyOf(settings));
        return before == null ? Map.of() : before;
    }

    /** Forgets a channel's settings. */
    void remove(String folder) {
        getSource().remove(folder);
    }

    @Override
    public String[] getPropertyNames() {
        return getSource().values().stream()
                .flatMap(settings -> settings.keySet().stream())
                .toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        String rest = name.substring(PREFIX.length());
        String folder = rest.substring(0, Math.max(rest.indexOf('.'), 0));
        return getSource().getOrDefault(folder, Map.of()).get(name);
    }
}
