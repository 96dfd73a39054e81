package io.serai.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of tests, its hotels sell no more and the clock stands: a Serai that runs on has
 * nothing to ask or tell for those whom nobody watches. JUnit finds it by itself.
 */
public final class Retirement implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            RunningSerai.retire();
        }
    }
}
