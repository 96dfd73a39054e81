package io.serai.content;

import io.serai.database.watch.Watched;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of all hotels' content and photos needs a person. */
@Configuration(proxyBeanMethods = false)
class ContentFigures {

    @Bean
    Watched troublesOfContent() {
        return ContentTroubles.counted();
    }
}
