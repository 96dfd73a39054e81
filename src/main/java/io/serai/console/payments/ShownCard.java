package io.serai.console.payments;

import io.serai.console.Times;
import io.serai.vault.ClearCard;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A card in full, for a page that shows it for seconds; empty for what its channel did not tell.
 */
record ShownCard(String number, String printed, String until, String code, String holder) {

    static ShownCard of(ClearCard card) {
        YearMonth printed = card.printed();
        return new ShownCard(
                card.number().replaceAll("(.{4})(?=.)", "$1 "),
                printed == null
                        ? ""
                        : "%02d/%d".formatted(printed.getMonthValue(), printed.getYear()),
                card.expires() == null ? "" : Times.date(card.expires()),
                Objects.requireNonNullElse(card.code(), ""),
                Objects.requireNonNullElse(card.holder(), ""));
    }

    @Override
    public String toString() {
        return "card";
    }
}
