package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the statuses and codes of a channel's answers mean.
 *
 * @param http by status ({@code 429}) or class of statuses ({@code 5xx})
 * @param codes by code ({@code NOT_A_VALID_DATE}) or the beginning of codes ({@code ROOM_ID_*})
 * @param errorsRefuseAll whether nothing of a message is taken that is answered with an error; else
 *     all is but what the errors name
 * @param warningsRefuse whether what a warning names is not taken, by the meaning of its code; else
 *     it is taken with a note where the code means refused
 * @param unknown for a code, or a status other than 2xx, that is not listed
 */
public record Answers(
        Map<String, AnswerRule> http,
        Map<String, AnswerRule> codes,
        boolean errorsRefuseAll,
        boolean warningsRefuse,
        @JsonProperty("default") AnswerRule unknown) {

    private static final AnswerRule APPLIED = AnswerRule.of(Meaning.APPLIED);

    @JsonCreator
    public Answers {
        http = Map.copyOf(Objects.requireNonNullElse(http, Map.of()));
        codes = Map.copyOf(Objects.requireNonNullElse(codes, Map.of()));
        unknown = Objects.requireNonNullElse(unknown, AnswerRule.of(Meaning.REFUSED));
    }

    /** For a channel that takes all but what its errors name, and what it warns of. */
    public Answers(
            Map<String, AnswerRule> http, Map<String, AnswerRule> codes, AnswerRule unknown) {
        this(http, codes, false, false, unknown);
    }

    /** The rule of an HTTP status: its own, its class's, applied for other 2xx, the default. */
    public AnswerRule ofStatus(int status) {
        AnswerRule own = http.get(Integer.toString(status));
        if (own != null) {
            return own;
        }
        AnswerRule otherwise = status / 100 == 2 ? APPLIED : unknown;
        return http.getOrDefault(status / 100 + "xx", otherwise);
    }

    /** The rule of a code: its own, that of the longest beginning listed, the default. */
    public AnswerRule ofCode(String code) {
        return listed(code).orElse(unknown);
    }

    /** Whether a code is listed, and as refused; never one that is not there. */
    public boolean refuses(@Nullable String code) {
        return code != null
                && listed(code).filter(rule -> rule.means() == Meaning.REFUSED).isPresent();
    }

    private Optional<AnswerRule> listed(String code) {
        AnswerRule own = codes.get(code);
        if (own != null) {
            return Optional.of(own);
        }
        return codes.entrySet().stream()
                .filter(rule -> rule.getKey().endsWith("*"))
                .filter(rule -> code.startsWith(beginning(rule.getKey())))
                .max(Comparator.comparingInt(rule -> rule.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static String beginning(String pattern) {
        return pattern.substring(0, pattern.length() - 1);
    }
}
