package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a card into a text that leaves for a payment gateway, in place of {@code {{card:number}}},
 * {@code {{card:code}}} (nothing where it is gone), {@code {{card:month}}} (two digits), {@code
 * {{card:year}}} (four) and {@code {{card:holder}}}. Whoever asks for it sends the text and keeps
 * nothing of it.
 */
public final class CardFilling {

    /** The expiry of the card itself, not the last day of a virtual one. */
    private static final Set<String> EXPIRY = Set.of("expiredate", "expirationdate", "cardexpiry");

    private static final Set<String> HOLDER =
            Set.of("cardholdername", "cardname", "fullname", "name");

    private static final Pattern PLACE = Pattern.compile("\\{\\{card:([a-z]+)}}");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([0-9]{2})[-/ ]?([0-9]{4}|[0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2}).*");
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Set<String> numberNames;

    CardFilling(JdbcClient jdbc, Sealer sealer, Collection<String> numberNames) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.numberNames = numberNames.stream().map(CardFilling::plain).collect(Collectors.toSet());
    }

    private record Sealed(byte[] card, byte[] code) {}

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
        Map<String, String> values = values(token, open(token));
        return PLACE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        quoting.apply(values.getOrDefault(found.group(1), ""))));
    }

    private Map<String, String> open(CardToken token) {
        Sealed sealed =
                jdbc.sql("select sealed, code_sealed from cards where token = ?")
                        .param(token.value())
                        .query((row, n) -> new Sealed(row.getBytes(1), row.getBytes(2)))
                        .optional()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                token
                                                        + " (expected: a card that the vault keeps)"));
        try {
            Map<String, String> fields =
                    new HashMap<>(
                            JSON.readValue(
                                    sealer.open(sealed.card(), CardVault.CARD),
                                    new TypeReference<Map<String, String>>() {}));
            if (sealed.code() != null) {
                fields.put("{code}", new String(sealer.open(sealed.code(), CardVault.CODE), UTF_8));
            }
            return fields;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(token + ": its sealed fields are not JSON");
        }
    }

    private Map<String, String> values(CardToken token, Map<String, String> fields) {
        String expiry = find(fields, EXPIRY).orElse("");
        List<String> monthAndYear = monthAndYear(expiry);
        if (monthAndYear.isEmpty()) {
            throw new IllegalArgumentException(
                    token
                            + ": its expiry has "
                            + expiry.length()
                            + " characters (expected: MMYY, MM/YY, MM/YYYY or YYYY-MM)");
        }
        return Map.of(
                "number", find(fields, numberNames).orElse(""),
                "code", fields.getOrDefault("{code}", ""),
                "month", monthAndYear.get(0),
                "year", monthAndYear.get(1),
                "holder", find(fields, HOLDER).orElse(""));
    }

    private static Optional<String> find(Map<String, String> fields, Set<String> names) {
        return fields.entrySet().stream()
                .filter(field -> names.contains(plain(field.getKey())))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static List<String> monthAndYear(String expiry) {
        Matcher yearFirst = YEAR_FIRST.matcher(expiry);
        if (yearFirst.matches()) {
            return List.of(yearFirst.group(2), yearFirst.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(expiry);
        if (!monthFirst.matches()) {
            return List.of();
        }
        String year = monthFirst.group(2);
        return List.of(monthFirst.group(1), year.length() == 2 ? "20" + year : year);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
