package io.serai.reservation.hook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://172.20.0.1:8443/a",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://224.0.0.1/",
                "http://93.184.216.34/",
                "https://user@93.184.216.34/",
                "https:///nowhere",
                "file:///etc/passwd"
            })
    void refusesWhatLeadsInsideOrIsNotSecret(String url) {
        assertThatThrownBy(() -> addresses(false).demand(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url: ")
                .hasMessageContaining("expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/hooks", "https://[2606:2800:220:1::1]:8443/"})
    void allowsWhatIsPublic(String url) {
        assertThatCode(() -> addresses(false).demand(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.1.2.3/", "http://127.0.0.1:8080/", "https://localhost/"})
    void allowsWhatIsInsideWhereASettingSaysSo(String url) {
        assertThatCode(() -> addresses(true).demand(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.1.2.3/", "http://93.184.216.34/"})
    void wantsHttpsOutsideLoopbackEvenThere(String url) {
        assertThatThrownBy(() -> addresses(true).demand(url))
                .hasMessage("url: 'http' (expected: https)");
    }

    private static HookAddresses addresses(boolean inside) {
        return new HookAddresses(
                new HookSettings(
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        List.of(Duration.ofSeconds(1)),
                        Duration.ZERO,
                        Duration.ZERO,
                        inside,
                        Duration.ZERO));
    }
}
