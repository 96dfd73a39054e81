package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the Deposit API demands of the payments of a policy, each rule with its own code. */
final class DepositRules {

    private static final Set<String> TYPES =
            Set.of("NIGHT", "AMOUNT", "PERCENTAGE", "PERCENT", "REMAINDER");
    private static final List<String> ORDER = List.of("UPON_BOOKING", "DAYS_PRIOR", "UPON_ARRIVAL");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int MOST_PAYMENTS = 4;

    private DepositRules() {}

    static RestRefusal broken(int code, String words) {
        return new RestRefusal(code == 3000 ? 404 : 400, code, words);
    }

    /** Refuses payments that break a rule. */
    static void checkPayments(JsonNode payments) {
        if (!payments.isArray() || payments.isEmpty()) {
            throw broken(3010, "A policy must define at least one payment type.");
        }
        if (payments.size() > MOST_PAYMENTS) {
            throw broken(
                    3021,
                    "An exception policy contains too many payments. At most 4 payment types are"
                            + " allowed.");
        }
        Set<String> seen = new HashSet<>();
        BigDecimal percents = BigDecimal.ZERO;
        int shares = 0;
        int last = 0;
        for (JsonNode payment : payments) {
            String type = type(payment);
            if (seen.contains("REMAINDER")) {
                throw broken(3020, "No payment allowed after a remainder payment type.");
            }
            if (type.equals("REMAINDER") && seen.isEmpty()) {
                throw broken(
                        3019,
                        "There must be at least one payment type before the remainder payment"
                                + " type.");
            }
            if (type.equals("NIGHT") && seen.contains(type)) {
                throw broken(3023, "A policy may only contain a single NIGHT payment type.");
            }
            BigDecimal value = value(type, payment.path("value"));
            if (type.startsWith("PERCENT")) {
                percents = percents.add(value);
                shares++;
            }
            last = time(payment.path("when"), last, seen.isEmpty());
            seen.add(type);
        }
        checkSum(percents, shares);
    }

    private static String type(JsonNode payment) {
        if (!payment.path("type").isTextual()) {
            throw broken(3011, "Payment type must be specified.");
        }
        return Entity.oneOf("type", payment.path("type"), TYPES);
    }

    private static BigDecimal value(String type, JsonNode value) {
        if (type.equals("REMAINDER")) {
            if (!value.isMissingNode() && !value.isNull()) {
                throw broken(3012, "A remainder type may not have a value field.");
            }
            return BigDecimal.ZERO;
        }
        if (!value.isNumber()) {
            throw broken(
                    3013, "A payment type that was not a remainder was missing a value field.");
        }
        BigDecimal amount = value.decimalValue();
        if (amount.signum() <= 0) {
            throw broken(3014, "Amount, percent or night payment value must be positive.");
        }
        int decimals = Math.max(0, amount.stripTrailingZeros().scale());
        if (decimals > 0 && !type.equals("AMOUNT")) {
            throw broken(3015, "Only an Amount payment type may contain a decimal value.");
        }
        if (decimals > 2) {
            throw broken(3027, "Payment amounts may not contain more than 2 decimal places.");
        }
        return amount;
    }

    /** The place of the collection time in their order. */
    private static int time(JsonNode when, int last, boolean first) {
        if (!when.path("type").isTextual()) {
            throw broken(3016, "A policy was missing a collection time.");
        }
        String type = Entity.oneOf("when.type", when.path("type"), Set.copyOf(ORDER));
        boolean days = type.equals("DAYS_PRIOR");
        if (days && when.path("value").asInt() <= 0) {
            throw broken(3017, "\"Days prior to arrival\" must have a positive value.");
        }
        if (!days && when.hasNonNull("value")) {
            throw broken(
                    3018,
                    "Only the \"Days prior to arrival\" collection type may specify a value"
                            + " field.");
        }
        int place = ORDER.indexOf(type);
        if (first && place == ORDER.size() - 1) {
            throw broken(3025, "The first payment may not be of type UPON_ARRIVAL.");
        }
        if (place < last) {
            throw broken(
                    3024,
                    "Payments must be specified in chronological order: UPON_BOOKING followed by"
                            + " DAYS_PRIOR followed by UPON_ARRIVAL.");
        }
        return place;
    }

    private static void checkSum(BigDecimal percents, int shares) {
        if (percents.compareTo(ALL) > 0) {
            throw broken(3022, "The sum of all payments exceeded 100%.");
        }
        if (shares == MOST_PAYMENTS && percents.compareTo(ALL) != 0) {
            throw broken(
                    3026,
                    "If the client specifies four percentage payments, their sum must equal to"
                            + " 100%.");
        }
    }
}
