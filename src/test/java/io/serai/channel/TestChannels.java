package io.serai.channel;

import java.nio.file.Path;
import java.util.Map;

/** The channels of this project, for tests of other packages. */
public final class TestChannels {

    private TestChannels() {}

    /** The channels that the folder {@code routes} describes, with these settings. */
    public static Channels real(Map<String, String> settings) {
        return new Channels(
                Path.of("routes"), ChannelFiles.reader(settings), new ChannelSettings());
    }
}
