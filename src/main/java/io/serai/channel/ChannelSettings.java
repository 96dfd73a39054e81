package io.serai.channel;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where channels are described.
 *
 * @param routes the folder that holds a folder for each channel
 * @param schema the JSON Schema of {@code channel.yaml}
 */
@ConfigurationProperties("serai.channel")
record ChannelSettings(
        @DefaultValue("routes") Path routes,
        @DefaultValue("mappings/schema/channel.json") Path schema) {}
