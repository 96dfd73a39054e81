package io.serai;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings below {@code serai.demo}.
 *
 * @param enabled whether a first hotel is made where there is none, and guests come to it; not set:
 *     where the stand-ins run, or are told to be
 */
@ConfigurationProperties("serai.demo")
record DemoSettings(@Nullable Boolean enabled) {

    /**
     * @param there whether there are stand-ins
     */
    boolean enabled(boolean there) {
        return enabled == null ? there : enabled;
    }
}
