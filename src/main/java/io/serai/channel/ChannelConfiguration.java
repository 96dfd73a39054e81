package io.serai.channel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what reads channels' descriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
class ChannelConfiguration {

    @Bean
    Channels channels(ChannelSettings settings, Environment environment) {
        return new Channels(
                settings.routes(),
                new ChannelFile(settings.schema(), new SettingPlaceholders(environment)));
    }

    @Bean
    ChannelAnswer channelAnswer(Channels channels) {
        return new ChannelAnswer(channels);
    }
}
