package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CardVaultTests {

    private static final String MARKED = "4111111111111111";

    private final JdbcClient owner = VaultDatabase.owner();
    private final CardVault cards = VaultDatabase.cards(Duration.ofDays(30));
    private final CardClaims claims = VaultDatabase.claims();

    @BeforeEach
    void emptyVault() {
        owner.sql("delete from cards").update();
    }

    @Test
    void keepsACardUnderATokenWithItsLastFourDigits() {
        var token = kept(7, card());

        assertThat(token.value()).matches("card_[0-9a-v]{26}_1111");
        assertThat(cards.find(token.value())).contains(token);
    }

    @Test
    void sealsTheFieldsAndApartFromThemTheSecurityCode() {
        kept(7, card());

        var row = owner.sql("select sealed, code_sealed from cards").query().singleRow();

        assertThat(opened(row.get("sealed"), CardVault.CARD))
                .isEqualTo(
                        "{\"CardCode\":\"VI\",\"CardHolderName\":\"J Doe\",\"CardNumber\":\"4111111111111111\",\"ExpireDate\":\"1228\"}");
        assertThat(opened(row.get("code_sealed"), CardVault.CODE)).isEqualTo("737");
    }

    @Test
    void leavesNoTraceOfTheNumberInAnyTable() {
        kept(7, card());

        var everything =
                Stream.of("cards", "card_reservations", "vault_keys", "sealed_originals")
                        .flatMap(
                                table ->
                                        owner
                                                .sql("select * from " + table)
                                                .query()
                                                .listOfRows()
                                                .stream())
                        .flatMap(row -> row.values().stream())
                        .map(
                                value ->
                                        value instanceof byte[] bytes
                                                ? new String(bytes, UTF_8)
                                                : "" + value)
                        .toList();
        var dump =
                owner.sql("select string_agg(c::text, ' ') from cards c")
                        .query(String.class)
                        .single();

        assertThat(everything).hasSizeGreaterThan(8).noneMatch(text -> text.contains(MARKED));
        assertThat(dump)
                .doesNotContain(MARKED)
                .doesNotContain(HexFormat.of().formatHex(MARKED.getBytes(UTF_8)))
                .doesNotContain("J Doe")
                .contains("1111");
    }

    @Test
    void givesTheSameTokenWhenAChannelRepeatsTheCard() {
        var first = kept(7, card());

        var again = kept(7, with(card(), "CardNumber", "4111 1111 1111 1111"));

        assertThat(again).isEqualTo(first);
        assertThat(count()).isOne();
    }

    @Test
    void keepsOneCardHoweverManyTakeItAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        var takes =
                IntStream.range(0, 32)
                        .<Callable<CardToken>>mapToObj(i -> () -> kept(7, card()))
                        .toList();

        var tokens = new HashSet<CardToken>();
        for (var taken : pool.invokeAll(takes)) {
            tokens.add(taken.get());
        }
        pool.shutdown();

        assertThat(tokens).hasSize(1);
        assertThat(count()).isOne();
    }

    @Test
    void keepsTheCardWhenTheCallersTransactionIsLost() {
        var caller = new TransactionTemplate(VaultDatabase.transactions());

        var token =
                caller.execute(
                        status -> {
                            status.setRollbackOnly();
                            return kept(7, card());
                        });

        assertThat(cards.find(token.value())).isPresent();
        assertThat(kept(7, card())).isEqualTo(token);
    }

    @Test
    void givesAnotherTokenToAnotherAccountOrAnotherExpiry() {
        var first = kept(7, card());

        var others = List.of(kept(8, card()), kept(7, with(card(), "ExpireDate", "0130")));

        assertThat(others).doesNotContain(first).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000", "-", "XX", "", "************1111", "000"})
    void storesNothingWhenTheChannelGivesNoNumber(String number) {
        var taken = cards.put(7, with(card(), "CardNumber", number));

        assertThat(taken).isInstanceOf(TakenCard.NotGiven.class);
        assertThat(((TakenCard.NotGiven) taken).reason()).startsWith("CardNumber holds");
        assertThat(count()).isZero();
    }

    @Test
    void saysWhichFieldsItSawWhenNoneIsANumber() {
        var taken = cards.put(7, Map.of("CardHolderName", "J Doe"));

        assertThat(taken)
                .isEqualTo(
                        new TakenCard.NotGiven(
                                "none of the fields [CardHolderName] is a card number"));
    }

    @Test
    void addsTheSecurityCodeWhenItComesLater() {
        var token = kept(7, with(card(), "SeriesCode", "000"));

        var again = kept(7, card());

        assertThat(again).isEqualTo(token);
        assertThat(opened(codeSealed(), CardVault.CODE)).isEqualTo("737");
    }

    @Test
    void doesNotBringBackASecurityCodeThatWasErased() {
        var token = kept(7, card());
        cards.eraseCode(token);

        var again = kept(7, card());

        assertThat(again).isEqualTo(token);
        assertThat(
                        owner.sql("select count(*) from cards where code_sealed is null")
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void knowsTheFieldsOfEitherSpelling() {
        var taken = cards.put(7, Map.of("cc_number", MARKED, "cc_cvc", "737"));

        assertThat(taken.token()).isPresent();
        assertThat(opened(codeSealed(), CardVault.CODE)).isEqualTo("737");
    }

    @Test
    void showsAHotelTheFacesOfItsOwnCardsOnly() {
        var shared = kept(7, card());
        var foreign = kept(7, with(card(), "CardNumber", "5500005555555559"));
        claims.attach(shared, 1, 100);
        claims.attach(shared, 1, 100);
        claims.attach(shared, 2, 200);
        claims.attach(foreign, 2, 201);

        assertThat(faces("1")).containsExactly(shared.value() + " 1111 1 100");
        assertThat(faces("2"))
                .containsExactlyInAnyOrder(
                        shared.value() + " 1111 2 200", foreign.value() + " 5559 2 201");
        assertThat(faces("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sealed from cards",
                "select code_sealed from cards",
                "select fingerprint from cards",
                "select * from vault_keys",
                "select * from vault_pgp_keys",
                "select * from sealed_originals",
                "delete from cards",
                "insert into card_reservations values (1, 1, 1)"
            })
    void keepsWhatIsSealedFromThePages(String sql) {
        var app = JdbcClient.create(VaultDatabase.APP);

        assertThatThrownBy(
                        () -> {
                            if (sql.startsWith("select")) {
                                app.sql(sql).query().listOfRows();
                            } else {
                                app.sql(sql).update();
                            }
                        })
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesToAttachATokenItDoesNotKeep() {
        var stranger = new CardToken("card_" + "0".repeat(26) + "_1111");

        assertThatThrownBy(() -> claims.attach(stranger, 1, 100))
                .hasMessage(stranger + " (expected: a token the vault keeps)");
    }

    @Test
    void saysNothingOfTheCardWhenItCannotBeKept() {
        var readOnly =
                new CardVault(
                        JdbcClient.create(VaultDatabase.APP),
                        VaultDatabase.ownTransaction(),
                        VaultDatabase.SEALER,
                        VaultDatabase.hash(),
                        new VaultSettingsBinding().settings().cardFields(),
                        Duration.ofDays(30));

        assertThatThrownBy(() -> readOnly.put(7, card()))
                .satisfies(
                        failure ->
                                assertThat(Throwables.getStackTrace(failure))
                                        .contains("permission denied")
                                        .doesNotContain(MARKED)
                                        .doesNotContain("J Doe"));
    }

    @Test
    void forgetsCardsThatNoReservationClaimed() {
        var claimed = kept(7, card());
        kept(7, with(card(), "CardNumber", "5500005555555559"));
        claims.attach(claimed, 1, 100);

        var kept = cards.purge();
        owner.sql("update cards set updated_at = now() - interval '31 days'").update();
        var gone = cards.purge();

        assertThat(kept).isZero();
        assertThat(gone).isOne();
        assertThat(cards.find(claimed.value())).isPresent();
    }

    private List<String> faces(String hotels) {
        var app = new TransactionTemplate(new DataSourceTransactionManager(VaultDatabase.APP));
        var client = JdbcClient.create(VaultDatabase.APP);
        return app.execute(
                status -> {
                    client.sql("select set_config('serai.hotels', ?, true)")
                            .param(hotels)
                            .query(String.class)
                            .single();
                    return client.sql(
                                    "select concat_ws(' ', token, last_four, hotel_id, reservation_id) from card_faces")
                            .query(String.class)
                            .list();
                });
    }

    private byte[] codeSealed() {
        return owner.sql("select code_sealed from cards").query(byte[].class).single();
    }

    private int count() {
        return owner.sql("select count(*) from cards").query(Integer.class).single();
    }

    private CardToken kept(long accountId, Map<String, String> fields) {
        return cards.put(accountId, fields).token().orElseThrow();
    }

    private static String opened(Object bytes, String purpose) {
        return new String(VaultDatabase.SEALER.open((byte[]) bytes, purpose), UTF_8);
    }

    private static Map<String, String> card() {
        return Map.of(
                "CardCode", "VI",
                "CardNumber", MARKED,
                "SeriesCode", "737",
                "ExpireDate", "1228",
                "CardHolderName", "J Doe");
    }

    private static Map<String, String> with(Map<String, String> card, String field, String value) {
        var changed = new TreeMap<>(card);
        changed.put(field, value);
        return changed;
    }
}
