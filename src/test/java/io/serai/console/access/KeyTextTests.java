package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTests {

    @Test
    void readsWhatItMade() {
        KeyText made = KeyText.make(12);

        assertThat(KeyText.read(made.text())).contains(made);
        assertThat(made.hash()).hasSize(32).isNotEqualTo(KeyText.make(12).hash());
    }

    @Test
    void takesNothingElseForAKey() {
        String secret = KeyText.make(12).text().substring("serai_12_".length());

        assertThat(KeyText.read("serai__" + secret)).isEmpty();
        assertThat(KeyText.read("serai_12_" + secret + "A")).isEmpty();
        assertThat(KeyText.read("")).isEmpty();
    }

    @Test
    void showsItsSecretInNoLog() {
        KeyText made = KeyText.make(12);

        assertThat(made.toString())
                .doesNotContain(made.text().substring(12))
                .startsWith("serai_12");
    }
}
