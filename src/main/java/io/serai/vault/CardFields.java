package io.serai.vault;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the fields a channel names hold the number, the security code, expiry and holder. */
final class CardFields {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern CODE = Pattern.compile("[0-9]{3,4}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private final Set<String> numberNames;
    private final Set<String> codeNames;
    private final Set<String> expiryNames;
    private final Set<String> printedNames;
    private final Set<String> holderNames;

    CardFields(
            Collection<String> numberNames,
            Collection<String> codeNames,
            Collection<String> expiryNames,
            Collection<String> printedNames,
            Collection<String> holderNames) {
        this.numberNames = all(numberNames);
        this.codeNames = all(codeNames);
        this.expiryNames = all(expiryNames);
        this.printedNames = all(printedNames);
        this.holderNames = all(holderNames);
    }

    /** All fields but the code, sorted by name, the number in bare digits; or why there is none. */
    Sorted sort(Map<String, String> fields) {
        var others = new TreeMap<String, String>();
        var number = Optional.<String>empty();
        var code = Optional.<String>empty();
        var reason = "none of the fields " + new TreeMap<>(fields).keySet() + " is a card number";
        for (var field : fields.entrySet()) {
            var value = field.getValue().strip();
            if (numberNames.contains(plain(field.getKey()))) {
                var digits = value.replaceAll("[ -]", "");
                if (NUMBER.matcher(digits).matches() && !ZEROS.matcher(digits).matches()) {
                    number = Optional.of(digits);
                    others.put(field.getKey(), digits);
                } else {
                    reason = field.getKey() + " " + kind(digits);
                }
            } else if (codeNames.contains(plain(field.getKey()))) {
                code =
                        Optional.of(value)
                                .filter(c -> CODE.matcher(c).matches())
                                .filter(c -> !ZEROS.matcher(c).matches());
            } else {
                others.put(field.getKey(), value);
            }
        }
        return new Sorted(number, code, others, reason);
    }

    /** The number in what was sorted before. */
    String number(Map<String, String> others) {
        return of(others, numberNames).findFirst().orElseThrow();
    }

    /** Whose card it is, where the channel says so. */
    Optional<String> holder(Map<String, String> others) {
        return of(others, holderNames).filter(value -> value.length() > 1).findFirst();
    }

    /** The last day on which it can be charged: the earliest, where there are several. */
    Optional<LocalDate> expiry(Map<String, String> others) {
        return of(others, expiryNames)
                .flatMap(value -> CardExpiry.of(value).stream())
                .min(Comparator.naturalOrder());
    }

    /** The month that is printed on it, not the last day of a virtual card. */
    Optional<YearMonth> printed(Map<String, String> others) {
        return of(others, printedNames)
                .flatMap(value -> CardExpiry.of(value).stream())
                .map(YearMonth::from)
                .min(Comparator.naturalOrder());
    }

    private static Stream<String> of(Map<String, String> fields, Set<String> names) {
        return fields.entrySet().stream()
                .filter(field -> names.contains(plain(field.getKey())))
                .map(Map.Entry::getValue);
    }

    private static Set<String> all(Collection<String> names) {
        return names.stream().map(CardFields::plain).collect(Collectors.toSet());
    }

    private static String kind(String digits) {
        return ZEROS.matcher(digits).matches()
                ? "holds only zeros (expected: a number)"
                : "holds " + digits.length() + " characters (expected: 12 to 19 digits)";
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    record Sorted(
            Optional<String> number,
            Optional<String> code,
            SortedMap<String, String> others,
            String reason) {

        @Override
        public String toString() {
            return "card fields " + others.keySet();
        }
    }
}
