package io.serai.vault;

import java.util.regex.Pattern;

/**
 * Stands for a card everywhere outside the vault: {@code card_}, 26 characters nobody can guess
 * (130 random bits), and the last four digits of the number.
 */
public record CardToken(String value) {

    private static final Pattern FORM = Pattern.compile("card_[0-9a-v]{26}_[0-9]{4}");

    public CardToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException(
                    value.length()
                            + " characters (expected: card_, 26 of 0-9 and a-v, _, four digits)");
        }
    }

    /** Whether a text has the form of a token; it need not be one that the vault gave. */
    public static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    public String lastFour() {
        return value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
