package io.serai.console.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a password may be wrong.
 *
 * @param attempts wrong passwords of a login, one after the other
 * @param attemptsOfAddress wrong passwords from one address, for whatever logins
 * @param within the time after which as many are allowed again
 */
@ConfigurationProperties("serai.sign-in")
record SignInSettings(int attempts, @DefaultValue("50") int attemptsOfAddress, Duration within) {}
