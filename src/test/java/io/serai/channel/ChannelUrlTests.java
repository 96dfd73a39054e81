package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelUrlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://channel.example",
                "HTTPS://channel.example:8443/path",
                "http://localhost:8181",
                "http://127.0.0.1:8181/x",
                "http://127.9.9.9",
                "http://[::1]:80",
                "http://inn.localhost"
            })
    void takesHttpsAndThisMachineItself(String url) {
        assertThat(ChannelUrl.refusal(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://channel.example",
                "http://localhost.channel.example",
                "http://127.0.0.1.channel.example",
                "http://10.0.0.1",
                "http://0.0.0.0",
                "http://[2001:db8::1]",
                "http://localhost@channel.example",
                "ftp://localhost",
                "channel.example",
                "https:///path",
                ""
            })
    void refusesAllElse(String url) {
        assertThat(ChannelUrl.refusal(url)).contains("'" + url + "'").contains("https");
    }
}
