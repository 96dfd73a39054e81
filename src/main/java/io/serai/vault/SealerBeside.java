package io.serai.vault;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Opens, from a command line, what the Serai beside it sealed, by the same settings. */
public final class SealerBeside {

    private SealerBeside() {}

    /**
     * By the master key that the settings name; none is made.
     *
     * @throws MasterKeyRefused where there is none
     */
    public static Sealer of(ConfigurableEnvironment environment) {
        VaultSettings settings =
                Binder.get(environment).bindOrCreate("serai.vault", VaultSettings.class);
        return VaultConfiguration.masterKeys(environment, settings, () -> true).sealer();
    }
}
