package io.serai.vault;

import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a card into a text that leaves for a payment gateway, in place of {@code {{card:number}}},
 * {@code {{card:code}}} (nothing where it is gone), {@code {{card:month}}} (two digits), {@code
 * {{card:year}}} (four) and {@code {{card:holder}}}. Month and year are those printed on the card.
 * Whoever asks for it sends the text and keeps nothing of it.
 */
public final class CardFilling {

    private static final Pattern PLACE = Pattern.compile("\\{\\{card:([a-z]+)}}");

    private final JdbcClient jdbc;
    private final ClearCards cards;

    CardFilling(JdbcClient jdbc, ClearCards cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    /** Whether the vault keeps a card's security code. */
    public boolean hasCode(CardToken token) {
        return jdbc.sql(
                        "select exists (select from cards where token = ? and code_sealed is not null)")
                .param(token.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The text with the card in it.
     *
     * @param quoting how a value is written in the text, so that none can end its place
     * @throws IllegalArgumentException when the vault keeps the card no more, or it has no expiry
     *     that can be read; never with anything of the card but its token
     */
    public String fill(CardToken token, String text, UnaryOperator<String> quoting) {
        ClearCard card =
                cards.open(token)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                token
                                                        + " (expected: a card that the vault keeps)"));
        Map<String, String> values = values(token, card);
        return PLACE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        quoting.apply(values.getOrDefault(found.group(1), ""))));
    }

    private static Map<String, String> values(CardToken token, ClearCard card) {
        YearMonth printed = card.printed();
        if (printed == null) {
            throw new IllegalArgumentException(
                    token
                            + ": no expiry on the card (expected: serai.vault.printed-expiry-fields as MMYY, MM/YY, MM/YYYY or YYYY-MM)");
        }
        return Map.of(
                "number", card.number(),
                "code", Objects.requireNonNullElse(card.code(), ""),
                "month", "%02d".formatted(printed.getMonthValue()),
                "year", Integer.toString(printed.getYear()),
                "holder", Objects.requireNonNullElse(card.holder(), ""));
    }
}
