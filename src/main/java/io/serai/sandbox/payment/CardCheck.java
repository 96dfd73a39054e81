package io.serai.sandbox.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the bank of a card says, by its number: the well-known test numbers are declined each in
 * their way.
 */
final class CardCheck {

    private static final Map<String, String> DECLINED =
            Map.of(
                    "4000000000000002", "generic_decline",
                    "4000000000009995", "insufficient_funds",
                    "4000000000000069", "expired_card",
                    "4000000000000127", "incorrect_cvc",
                    "4000002760003184", "authentication_required");

    private CardCheck() {}

    /** Why it is declined; null: it is not. */
    static @Nullable String decline(String number) {
        return isNumber(number) ? DECLINED.get(number) : "incorrect_number";
    }

    private static boolean isNumber(String number) {
        if (!number.matches("[0-9]{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            int counted = place % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
