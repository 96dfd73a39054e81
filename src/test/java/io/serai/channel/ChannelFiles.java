package io.serai.channel;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;
import org.springframework.mock.env.MockEnvironment;

/** Reads channel files in tests as Serai does. */
public final class ChannelFiles {

    private static final Path SCHEMA = Path.of("mappings/schema/channel.json");

    private ChannelFiles() {}

    static ChannelFile reader(Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return reader(environment);
    }

    static ChannelFile reader(PropertyResolver settings) {
        return new ChannelFile(SCHEMA, new SettingPlaceholders(settings));
    }

    /** The channels of a folder. */
    public static Channels in(Path routes) {
        return new Channels(routes, reader(Map.of()), new ChannelSettings());
    }
}
