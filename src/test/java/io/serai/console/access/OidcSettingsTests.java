package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OidcSettingsTests {

    @Test
    void refuseToLetInWithoutAskingWhoItIs() {
        assertThatThrownBy(() -> settings("https://id.example", "email"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serai.oidc.scopes: [email]");
        assertThat(settings("https://id.example", "openid").isOn()).isTrue();
        assertThat(settings("", "email").isOn()).isFalse();
    }

    private static OidcSettings settings(String issuer, String scope) {
        return new OidcSettings(issuer, "serai", "a secret", List.of(scope), "email", "house");
    }
}
