package io.serai.channel.connection;

import io.serai.channel.ChannelUrl;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/** Refuses to start with an address of a channel that is not called by https. */
@Component
class ChannelUrlSettings {

    private static final Pattern URLS = Pattern.compile("serai\\.channels\\.[^.]+\\.(.+-)?url");

    /**
     * @throws IllegalArgumentException naming the setting
     */
    ChannelUrlSettings(ConfigurableEnvironment settings) {
        for (PropertySource<?> source : settings.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some) {
                Arrays.stream(some.getPropertyNames())
                        .filter(name -> URLS.matcher(name).matches())
                        .forEach(name -> check(name, settings.getProperty(name, "")));
            }
        }
    }

    private static void check(String name, String url) {
        String refusal = url.isEmpty() ? null : ChannelUrl.refusal(url);
        if (refusal != null) {
            throw new IllegalArgumentException(name + ": " + refusal);
        }
    }
}
