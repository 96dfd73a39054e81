package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.vault.CardToken;
import io.serai.vault.SealedOriginals;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CardsTests {

    private static final String NUMBER = "4111111111111111";
    private static final String OTHER = "5555555555554444";
    private static final String RESERVATIONS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OTA_HotelResNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" Version="2.001">
              <HotelReservation><!-- a note --><PaymentCard CardCode="VI" CardNumber="4111111111111111" SeriesCode="737" ExpireDate="1230"><CardHolderName>J. Guest</CardHolderName></PaymentCard><Text>Caf\u00e9 &amp; bar</Text></HotelReservation>
              <HotelReservation><PaymentCard CardCode="MC" CardNumber="5555555555554444" SeriesCode="" ExpireDate="0131"/></HotelReservation>
            </OTA_HotelResNotifRQ>
            <!-- RUID: [c29tZS1vcGFxdWUtYmFzZTY0] -->
            """;

    private static Database database;

    @TempDir static Path folder;
    private Inn inn;
    private Stage stage;

    @BeforeAll
    static void openDatabase() {
        database = Database.fresh();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        inn = new Inn();
        stage = Stage.before(inn, folder, database);
    }

    @AfterEach
    void close() {
        stage.close();
        inn.close();
        JdbcClient.create(database.owner()).sql("truncate channel_accounts cascade").update();
    }

    @Test
    void takesEveryCardOutAndLeavesTheRestWithItsCommentAfterTheRoot() {
        inn.answers(saying(200, "application/xml", RESERVATIONS));

        Exchange exchange = call("reservations-poll");

        String body = body(exchange);
        List<String> tokens = cardNumbers(body);
        assertThat(tokens).hasSize(2).allMatch(CardToken::isToken);
        assertThat(tokens.get(0)).endsWith("1111");
        assertThat(tokens.get(1)).endsWith("4444");
        assertThat(body)
                .contains(
                        "CardCode=\"VI\"",
                        "SeriesCode=\"\"",
                        "ExpireDate=\"\"",
                        "<CardHolderName/>")
                .contains(
                        "xmlns=\"http://www.opentravel.org/OTA/2003/05\"",
                        "Caf\u00e9 &amp; bar",
                        "<!-- a note -->")
                .contains("<!-- RUID: [c29tZS1vcGFxdWUtYmFzZTY0] -->")
                .doesNotContain(NUMBER, OTHER, "737", "1230", "J. Guest");
        assertThat(exchange.getMessage().getHeader("Serai-Reference"))
                .isEqualTo("c29tZS1vcGFxdWUtYmFzZTY0");
    }

    @Test
    void sealsTheWholeAnswerAndStoresNothingOfACardInClear() {
        inn.answers(saying(200, "application/xml", RESERVATIONS));

        Exchange exchange = call("reservations-poll");

        long original = exchange.getMessage().getHeader("Serai-Original", Long.class);
        assertThat(new String(stage.bean(SealedOriginals.class).open(original), UTF_8))
                .isEqualTo(RESERVATIONS);
        assertThat(everythingStored())
                .contains("reservations-poll")
                .doesNotContain(NUMBER, OTHER, "J. Guest");
    }

    @Test
    void takesACardOutWhateverPrefixTheChannelWrites() {
        inn.answers(
                saying(
                        200,
                        "text/xml;charset=iso-8859-1",
                        "<o:a xmlns:o=\"urn:o\"><o:PaymentCard o:CardNumber=\"4111111111111111\">"
                                + "<o:CardHolderName>J. Guest</o:CardHolderName></o:PaymentCard></o:a>"));

        Exchange exchange = call("reservations-poll");

        assertThat(body(exchange))
                .contains("xmlns:o=\"urn:o\"", "<o:CardHolderName/>")
                .containsPattern("o:CardNumber=\"card_[0-9a-v]{26}_1111\"")
                .doesNotContain(NUMBER, "J. Guest");
        assertThat(exchange.getMessage().getHeader("Content-Type", String.class))
                .isEqualToIgnoringCase("text/xml; charset=UTF-8");
    }

    @Test
    void givesTheSameCardTheSameTokenAgain() {
        inn.answers(saying(200, "application/xml", RESERVATIONS));

        List<String> first = cardNumbers(body(call("reservations-poll")));
        List<String> second = cardNumbers(body(call("reservations-poll")));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void takesCardsOutOfJsonAndKeepsItsNumbersAsTheyCame() {
        inn.answers(
                saying(
                        200,
                        "application/json",
                        """
                        {"meta":{"ruid":"opaque"},"data":{"cards":[{"balance":320.10,"card_details":
                         {"card_number":"5555555555554444","cvc":"123","card_name":"J. Guest","card_type":"MC"}}]}}
                        """));

        Exchange exchange = call("payment-read");

        assertThat(body(exchange))
                .containsPattern("\"card_number\":\"card_[0-9a-v]{26}_4444\"")
                .contains(
                        "\"cvc\":\"\"",
                        "\"card_name\":\"\"",
                        "\"card_type\":\"MC\"",
                        "\"balance\":320.10")
                .doesNotContain(OTHER, "123\"", "J. Guest");
        assertThat(exchange.getMessage().getHeader("Serai-Original")).isNotNull();
        assertThat(exchange.getMessage().getHeader("Serai-Reference")).isEqualTo("opaque");
    }

    @Test
    void keepsANameInAnObjectOfTheCardWithIt() {
        inn.answers(
                saying(
                        200,
                        "application/json",
                        """
                        {"data":[{"card_details":{"card_number":"5555555555554444","customer":{"full_name":"J. Guest"}}},
                         {"card_details":{"card_number":"4111111111111111","customer":{"full_name":"A. Guest"}}}]}
                        """));

        Exchange exchange = call("payment-read");

        assertThat(body(exchange))
                .contains("\"full_name\":\"\"")
                .doesNotContain(NUMBER, OTHER, "Guest");
        assertThat(count("cards")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><PaymentCard CardNumber='4111111111111111'>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a n='4111111111111111'>&e;</a>",
                "{\"card_number\": \"4111111111111111\"",
                "CardNumber=4111111111111111"
            })
    void withholdsWhatItCannotReadAndKeepsItSealed(String unreadable) {
        inn.answers(saying(200, "application/xml", unreadable));

        Exchange exchange = call("reservations-poll");

        assertThat(body(exchange)).isEmpty();
        assertThat(exchange.getMessage().getHeader("Serai-Unreadable", String.class))
                .matches(unreadable.length() + " [0-9a-f]{64}");
        long original = exchange.getMessage().getHeader("Serai-Original", Long.class);
        assertThat(new String(stage.bean(SealedOriginals.class).open(original), UTF_8))
                .isEqualTo(unreadable);
    }

    @Test
    void keepsNothingOfAnEmptyQueue() {
        String empty = "<OTA_HotelResNotifRQ xmlns=\"x\"/>\n<!-- RUID: [eA==] -->";
        inn.answers(saying(200, "application/xml", empty));

        Exchange exchange = call("reservations-poll");

        assertThat(body(exchange)).isEqualTo(empty);
        assertThat(exchange.getMessage().getHeader("Serai-Original")).isNull();
        assertThat(count("sealed_originals")).isZero();
    }

    @Test
    void emptiesANumberThatIsNone() {
        inn.answers(
                saying(
                        200,
                        "application/xml",
                        "<a><PaymentCard CardNumber=\"0000000000000000\" SeriesCode=\"737\"/></a>"));

        Exchange exchange = call("reservations-poll");

        assertThat(body(exchange)).contains("CardNumber=\"\"", "SeriesCode=\"\"");
        assertThat(count("cards")).isZero();
    }

    @Test
    void showsNoCardOfAnAnswerThatMeansFailure() {
        inn.answers(saying(500, "application/xml", RESERVATIONS));

        Exchange exchange = call("reservations-poll");

        assertThat(body(exchange))
                .contains("CardNumber=\"\"", "RUID")
                .doesNotContain(NUMBER, "737", "J. Guest");
        assertThat(count("sealed_originals")).isZero();
        assertThat(count("cards")).isZero();
    }

    private Exchange call(String call) {
        Exchange exchange = stage.call(inn.url() + "/queue", stage.account(), call, "");
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private static String body(Exchange exchange) {
        return new String(exchange.getMessage().getBody(byte[].class), UTF_8);
    }

    private static List<String> cardNumbers(String body) {
        return Pattern.compile("CardNumber=\"([^\"]*)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int count(String table) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Every row of every table, its bytes as text where they are text. */
    private static String everythingStored() {
        JdbcClient owner = JdbcClient.create(database.owner());
        StringBuilder all = new StringBuilder();
        for (String table :
                owner.sql(
                                "select quote_ident(tablename) from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list()) {
            for (String row :
                    owner.sql("select t::text from " + table + " t").query(String.class).list()) {
                all.append(row).append('\n');
                Matcher bytes = Pattern.compile("\\\\x([0-9a-f]{8,})").matcher(row);
                while (bytes.find()) {
                    all.append(new String(HexFormat.of().parseHex(bytes.group(1)), UTF_8))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }
}
