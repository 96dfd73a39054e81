package io.serai.vault;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The vault's settings as they are when nobody set any. */
final class VaultSettingsBinding {

    VaultSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("serai.vault", VaultSettings.class);
    }
}
