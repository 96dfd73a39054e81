package io.serai.channel;

import io.serai.flow.FlowSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts together what reads channels' descriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class ChannelConfiguration {

    @Bean
    Channels channels(FlowSettings folders, ConfigurableEnvironment environment) {
        ChannelSettings settings = new ChannelSettings();
        environment.getPropertySources().addLast(settings);
        return new Channels(
                folders.routes(),
                new ChannelFile(
                        folders.mappings().resolve("schema/channel.json"),
                        new SettingPlaceholders(environment)),
                settings);
    }

    @Bean
    ChannelFollower channelFollower(Channels channels, FlowSettings folders) {
        return new ChannelFollower(channels, folders.routes());
    }
}
