package io.serai.flow.trial;

import io.serai.vault.SecretMask;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows fields of a message to engineers, who may lack the right to know its guests. A value is
 * shown when neither its own field nor any other in which the message has the same word is about
 * people or secrets, and when it looks like a number, a date or a code: so a name stays hidden in
 * whichever field a mapping puts it. Of all others only the length is said.
 */
final class Discretion {

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?i)(name|given|guest|person|customer|booker|holder|travell?er|contact|mail|phone|\\bfax|address|street"
                            + "|\\bcity|\\bzip|postal|birth|remark|comment|\\bnote|text|special|loyalty|member|company|profile|passport"
                            + "|card|token|secret|receipt)");

    /** The currency of a card is the currency of all else, too. */
    private static final Pattern CURRENCY = Pattern.compile("(?i)currency[^./]*$");

    /** Who may see what is paid sees it where payments are shown. */
    private static final Pattern MONEY = Pattern.compile("(?i)(payment|commission)");

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9+./-][A-Za-z0-9+./:;,_%#-]{0,79}");
    private static final int LETTERS = 2;
    private static final int DIGITS = 7;
    private static final int PART = 4;

    private final Set<String> words = new TreeSet<>();

    /**
     * @param gave what mappings gave for it
     */
    Discretion(MappedMessage message, Collection<String> gave) {
        if (message.body() != null) {
            MessageFields body = MessageFields.of(message.body());
            body.values().forEach((path, value) -> learn(path, value, !body.isStructured()));
        }
        message.parameters().forEach((name, value) -> learn(name, String.valueOf(value)));
        gave.forEach(text -> learn("", text));
    }

    private void learn(String name, String text) {
        MessageFields fields = MessageFields.of(text);
        fields.values()
                .forEach((path, value) -> learn(fields.isStructured() ? path : name, value, false));
    }

    private void learn(String path, String value, boolean inAnyCase) {
        if (inAnyCase || isOfPeople(path) && !CURRENCY.matcher(path).find()) {
            words(value).filter(Discretion::tells).forEach(words::add);
        }
    }

    /** A value as it may be shown; a dash where the message has no such field. */
    String shown(String path, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        boolean hidden =
                isOfPeople(path)
                        || MONEY.matcher(path).find()
                        || !PLAIN.matcher(value).matches()
                        || names(value);
        return hidden && !value.isEmpty()
                ? "••• (" + value.length() + " characters)"
                : SecretMask.mask(value);
    }

    /** A path as it may be shown; its names are the mapping's own, as a rule. */
    String path(String path, String mapping) {
        return Arrays.stream(path.split("(?<=[./@\\[\\]])|(?=[./@\\[\\]])"))
                .map(
                        part ->
                                mapping.contains(part)
                                                || PLAIN.matcher(part).matches() && !names(part)
                                                || part.matches("[./@\\[\\]]|line \\d+")
                                        ? part
                                        : "•••")
                .reduce("", String::concat);
    }

    /** Why a mapping failed, without the message's people. */
    String why(String failure) {
        String said = failure;
        for (String word : words) {
            said =
                    said.replaceAll(
                            "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                            "•••");
        }
        return SecretMask.mask(said);
    }

    private boolean names(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return words(value).anyMatch(words::contains)
                || words.stream().anyMatch(word -> word.length() >= PART && lower.contains(word));
    }

    private static boolean isOfPeople(String path) {
        return PEOPLE.matcher(path.replaceAll("(?<=[a-z])(?=[A-Z])", " ")).find();
    }

    private static Stream<String> words(String value) {
        return Arrays.stream(value.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    /** A lone letter or a small number is everybody's. */
    private static boolean tells(String word) {
        return word.chars().filter(Character::isLetter).count() >= LETTERS
                || word.chars().filter(Character::isDigit).count() >= DIGITS;
    }
}
