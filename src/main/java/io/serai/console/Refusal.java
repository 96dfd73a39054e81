package io.serai.console;

import io.serai.hotel.Days;
import io.serai.hotel.Money;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, for people: programs are told {@code where: met (expected: what)}, a
 * page says the same in a sentence, and marks the field.
 *
 * @param field of the form; empty where it names none
 * @param words what was met, and what to do
 */
public record Refusal(String field, String words) {

    /** Where, what was met, and what was expected, as Serai's refusals are written. */
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?<field>[A-Za-z][\\w.-]*(?: left)?): (?:'(?<quoted>[^']*)'|(?<met>[^(;]*?))"
                            + " \\(expected(?: of (?<of>[^:]*))?: (?<expected>[^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

    private static final Pattern DAY =
            Pattern.compile("(?<!as )\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b");
    private static final Pattern AMOUNT =
            Pattern.compile("\\b([0-9]+(?:[.][0-9]+)?) ([A-Z]{3})\\b");

    private static final Pattern EXPECTED =
            Pattern.compile(" \\(expected: ([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

    private static final Map<String, String> NAMES =
            Map.of(
                    "from", "first day",
                    "to", "last day",
                    "hotelNumber", "number in the hotel's own system",
                    "penalty", "fee",
                    "sold", "room type and plan",
                    "given", "given name",
                    "email", "e-mail address",
                    "phone", "telephone number",
                    "pickUp", "days of pick-up",
                    "key", "mark of the form");

    /** Of what a program is told; what is written otherwise stays as it is. */
    public static Refusal of(@Nullable String message) {
        String told = message == null ? "" : message;
        Matcher parts = TOLD.matcher(told);
        StringBuilder words = new StringBuilder();
        String first = "";
        while (parts.find()) {
            first = first.isEmpty() ? parts.group("field") : first;
            parts.appendReplacement(words, Matcher.quoteReplacement(sentence(parts)));
        }
        parts.appendTail(words);
        return new Refusal(first, people(rest(words.toString())));
    }

    /** Says that something is missing that a form needs. */
    public static Refusal missing(String field) {
        return new Refusal(field, "The " + name(field) + " is missing: enter it.");
    }

    private static String sentence(Matcher parts) {
        String field = parts.group("field");
        String met = parts.group(parts.group("quoted") == null ? "met" : "quoted");
        String expected = parts.group("expected").replace("'", "");
        String special = special(field, met, expected);
        if (special != null) {
            return special;
        }
        return met.equals("missing") || met.isEmpty() || met.equals("null")
                ? "the " + name(field) + " is missing: enter " + expected
                : "“" + met + "” cannot be the " + name(field) + ": it has to be " + expected;
    }

    /** What would sound odd by the rule. */
    private static @Nullable String special(String field, String met, String expected) {
        return switch (field) {
            case "rooms left" ->
                    (met.equals("0") ? "no room is left" : "only " + counted(met, "room") + " left")
                            + ", "
                            + expected
                            + (expected.equals("1") ? " is needed" : " are needed");
            case "nights" ->
                    "the stay has "
                            + met
                            + (met.equals("1") ? " night" : " nights")
                            + ", and has to have "
                            + expected;
            case "guests" ->
                    expected.endsWith(" at most")
                            ? "it takes " + expected + ", not " + met + " guests"
                            : null;
            case "price" ->
                    met.startsWith("none for") ? "there is no price " + met.substring(5) : null;
            case "lines" ->
                    "that would be " + met + " lines: ask for " + after(expected, "ask for ");
            default -> null;
        };
    }

    private static String after(String text, String word) {
        int at = text.indexOf(word);
        return at < 0 ? text : text.substring(at + word.length());
    }

    private static String counted(String number, String what) {
        return number + " " + what + (number.equals("1") ? " is" : "s are");
    }

    /** What a field is called, as first day. */
    public static String name(String field) {
        String plain = field.replaceFirst("-[0-9]+$", "");
        return NAMES.getOrDefault(
                plain,
                plain.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .replace('-', ' ')
                        .replace('.', ' ')
                        .toLowerCase(Locale.ROOT));
    }

    /** What is expected where nothing says of what. */
    private static String rest(String words) {
        return EXPECTED.matcher(words)
                .replaceAll(it -> Matcher.quoteReplacement(": give " + given(it.group(1))));
    }

    private static String given(String expected) {
        return expected.startsWith("as ")
                ? "it " + expected
                : expected.startsWith("from ") ? "one " + expected : expected;
    }

    private static String people(String words) {
        String days =
                DAY.matcher(words).replaceAll(day -> Matcher.quoteReplacement(day(day.group())));
        String all =
                AMOUNT.matcher(days)
                        .replaceAll(
                                it ->
                                        Matcher.quoteReplacement(
                                                Money.of(
                                                        new BigDecimal(it.group(1)), it.group(2))));
        return all.isEmpty() ? all : Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static String day(String text) {
        try {
            return Times.date(Days.parse(text));
        } catch (DateTimeParseException none) {
            return text;
        }
    }
}
