package io.serai.vault;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes log lines with card numbers and authorization values masked, in message and stack trace
 * alike. A second line of defence: none should be logged to begin with.
 */
public final class MaskingLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return SecretMask.mask(super.doLayout(event));
    }
}
