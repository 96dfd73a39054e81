package io.serai.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Channel;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.TestChannels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRefusalTests {

    private final ChannelDefinition expedia =
            TestChannels.real(
                            Map.of(
                                    "serai.channels.bookingcom.auth-url",
                                    "https://auth.invalid",
                                    "serai.channels.expedia.services-url",
                                    "https://services.invalid",
                                    "serai.channels.expedia.api-url",
                                    "https://api.invalid",
                                    "serai.channels.expedia.sandbox-api-url",
                                    "https://sandbox.invalid"))
                    .find("expedia")
                    .map(Channel::definition)
                    .orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"products-read", "deposit-push", "notification-confirm"})
    void stopsNoAccountForAStatusOfACallWithASignInOfItsOwn(String call) {
        assertThat(AccountRefusal.of(expedia, call, 401, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "reservations-poll"})
    void stopsTheAccountForAStatusOfTheUsualSignIn(String call) {
        assertThat(AccountRefusal.of(expedia, call, 401, null)).isPresent();
        assertThat(AccountRefusal.of(expedia, null, 401, null)).isPresent();
        assertThat(AccountRefusal.of(expedia, call, 403, null)).isEmpty();
    }

    @Test
    void stopsTheAccountForACodeWhateverTheStatusSays() {
        AnswerFacts facts =
                new AnswerFacts(
                        null,
                        false,
                        List.of(new AnswerFacts.Said(null, "1001", "Not you.")),
                        List.of());

        assertThat(AccountRefusal.of(expedia, "ar", 200, facts)).contains("Not you.");
    }

    @Test
    void callsRefusedForGoodOnlyWhatIsListedSo() {
        assertThat(expedia.answers().refuses("STALE_CONFIRMATION_TOKEN")).isTrue();
        assertThat(expedia.answers().refuses("RATE_LIMIT_EXCEEDED")).isFalse();
        assertThat(expedia.answers().refuses("SOMETHING_ELSE")).isFalse();
        assertThat(expedia.answers().refuses(null)).isFalse();
    }
}
