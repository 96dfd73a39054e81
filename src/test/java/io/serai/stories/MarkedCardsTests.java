package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That marked cards are seen however somebody writes them, and nothing else is. */
class MarkedCardsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<PaymentCard CardNumber=\"4012888888881881\"/>",
                "4012 8888 8888 1881",
                "4012-8888-8888-1881",
                "only its beginning: 401288888888****",
                "SeriesCode=\"737\"",
                "{\\\"cvc\\\":\\\"123\\\"}",
                "SeriesCode=&quot;0937&quot;",
                "securityCode%3D%22737%22",
                "card{cvv=0846}",
                "{\"id\": 7, \"code\": \"737\"}",
                "{\"anything\": \"0937\"}",
                "8100000001\t0569\t2030-01-01"
            })
    void seesANumberOrACode(String text) {
        assertThat(MarkedCards.in(text)).isNotEmpty();
        assertThat(MarkedCards.in("{\"note\": \"" + bytes(text) + "\"}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    void seesANumberInBase64WhateverIsBeforeIt(String before) {
        byte[] bytes = (before + "4012888888881881").getBytes(StandardCharsets.US_ASCII);

        assertThat(MarkedCards.in(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card_0123456789abcdefghijklmnop_1881",
                "**** 1881",
                "2026-11-23T04:12:07.3712309 took 737 ms, 123 of them waiting",
                "{\"id\": 737, \"size\": 123, \"at\": \"04:09:37\", \"zone\": \"+0937\"}",
                "SeriesCode=\"\" CardCode=\"VI\""
            })
    void takesNothingElseForACard(String text) {
        assertThat(MarkedCards.in(text)).isEmpty();
    }

    /** As a database writes them. */
    private static String bytes(String text) {
        return "\\x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
