package io.serai.vault;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the fields a channel names hold the number and the security code. */
final class CardFields {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern CODE = Pattern.compile("[0-9]{3,4}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private final Set<String> numberNames;
    private final Set<String> codeNames;

    CardFields(Collection<String> numberNames, Collection<String> codeNames) {
        this.numberNames = numberNames.stream().map(CardFields::plain).collect(Collectors.toSet());
        this.codeNames = codeNames.stream().map(CardFields::plain).collect(Collectors.toSet());
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
