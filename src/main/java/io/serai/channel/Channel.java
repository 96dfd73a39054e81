package io.serai.channel;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its folder describes it.
 *
 * @param folder the folder's name: the channel in routes, addresses and settings
 * @param definition what its {@code channel.yaml} says
 */
public record Channel(String folder, ChannelDefinition definition) {

    /** The name under which the database knows it. */
    public String code() {
        return definition.code();
    }

    /**
     * The same for a hotel whose connection is configured so.
     *
     * @param configuration gives what a connection's configuration says under a key
     */
    public Channel configured(UnaryOperator<@Nullable String> configuration) {
        return new Channel(folder, definition.configured(configuration));
    }

    /** The endpoint of a port's route, as {@code direct:somechannel-ari-push}. */
    public String endpoint(String port) {
        return "direct:" + folder + "-" + port;
    }
}
