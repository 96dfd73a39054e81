package io.serai.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whatever a test awaits without saying how long may take long: another JVM with other tests has
 * the other half of the machine. JUnit finds it by itself.
 */
public final class Patience implements BeforeAllCallback {

    private static final Duration USUAL = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
