package io.serai.testing;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/** Lets everybody sign in to the API with the password {@code stub}. */
@Configuration(proxyBeanMethods = false)
class StubSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain stubApi(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/webhooks/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers("/webhooks/**")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService everybody() {
        return login -> User.withUsername(login).password("{noop}stub").roles("USER").build();
    }
}
