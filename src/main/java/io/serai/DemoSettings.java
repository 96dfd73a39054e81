package io.serai;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings below {@code serai.demo}.
 *
 * @param enabled whether a first hotel is made where there is none, and guests come to it; not set:
 *     if the sandbox runs beside Serai
 */
@ConfigurationProperties("serai.demo")
record DemoSettings(@Nullable Boolean enabled) {

    /**
     * @param beside whether the sandbox runs beside Serai
     */
    boolean enabled(boolean beside) {
        return enabled == null ? beside : enabled;
    }
}
