package io.serai.console.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept and checked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AdminSettings.class, KeySettings.class, SignInSettings.class})
class AccessConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationProvider signIn(
            Users users, PasswordEncoder passwords, SignInSettings settings, HttpsSettings https) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users::signingIn);
        provider.setPasswordEncoder(passwords);
        return new ThrottledSignIn(provider, settings, new NamedProxies(https.proxies())::isNamed);
    }
}
