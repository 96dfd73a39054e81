package io.serai.content.photo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Where pictures lie, and that anybody may look at one whose address they know. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
class PhotoConfiguration {

    @Bean
    PhotoStore photoStore(PhotoSettings settings) {
        return settings.bucket().name().isEmpty()
                ? new FolderStore(settings.folder())
                : new BucketStore(settings.bucket());
    }

    /** Channels fetch pictures without a login. */
    @Bean
    @Order(0)
    SecurityFilterChain photoDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> request.getServletPath().startsWith("/photos/"))
                .authorizeHttpRequests(allow -> allow.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
