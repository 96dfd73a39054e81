package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Amount;
import io.serai.reservation.direct.BookingTexts;
import io.serai.vault.SecretMask;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts and amounts of a booking; what cannot be meant is a 422 that names the field. */
final class BookingFields {

    private static final int DECIMALS = 3;
    private static final int DIGITS = 11;

    private BookingFields() {}

    static @Nullable Amount amount(Form form, String field) {
        var said = form.decimal(field, DECIMALS, "an amount of 0 or more, as \"133.50\"");
        return said == null ? null : positive(form, field, said);
    }

    /** What a guest who cancels pays nevertheless, in the currency of the booking. */
    static @Nullable Amount penalty(Form form, @Nullable String currency) {
        var said = form.text("currency");
        if (said != null && !said.equals(currency)) {
            throw form.refusal("currency", "'" + said + "'", currency + ", as booked");
        }
        return amount(form, "penalty");
    }

    static @Nullable List<Amount> amounts(Form form, String field) {
        return form.list(
                field,
                "the price of each night, as \"133.50\"",
                price -> amount(form, field, price));
    }

    private static Amount amount(Form form, String field, JsonNode price) {
        BigDecimal said = Form.number(price);
        if (said == null) {
            throw form.refusal(field, price.toString(), "an amount of 0 or more, as \"133.50\"");
        }
        return positive(form, field, said);
    }

    private static Amount positive(Form form, String field, BigDecimal amount) {
        if (amount.signum() < 0
                || amount.scale() > DECIMALS
                || amount.precision() - amount.scale() > DIGITS) {
            throw form.refusal(field, "'" + amount.toPlainString() + "'", "an amount of 0 or more");
        }
        return new Amount(amount);
    }

    static String needed(Form form, String field) {
        var said = word(form, field);
        if (said == null) {
            throw form.refusal(field, "missing", "a text");
        }
        return said;
    }

    static List<String> words(Form form, String field) {
        var said =
                form.list(
                        field,
                        "a list of texts, or null",
                        one -> {
                            if (!one.isTextual()) {
                                throw form.refusal(field, one.toString(), "a list of texts");
                            }
                            return without(
                                    form,
                                    field,
                                    form.demandLength(
                                            field, one.asText(), BookingTexts.LONGEST_REMARK));
                        });
        if (said != null && said.size() > BookingTexts.MOST_REMARKS) {
            throw form.refusal(
                    field, said.size() + " texts", "at most " + BookingTexts.MOST_REMARKS);
        }
        return said == null ? List.of() : said;
    }

    static @Nullable String word(Form form, String field) {
        var said = form.text(field, BookingTexts.LONGEST);
        return said == null ? null : without(form, field, said);
    }

    /** What is written about a booking is shown to many: no card may stand in it. */
    private static String without(Form form, String field, String text) {
        if (!SecretMask.mask(text).equals(text)) {
            throw form.refusal(field, "a card number", "a text without one");
        }
        return text;
    }
}
