package io.serai.channel.answer;

import io.serai.channel.AnswerRule;
import io.serai.channel.Answers;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an answer says that no call of the account is of any use. */
final class AccountRefusal {

    private AccountRefusal() {}

    /** The channel's words where it does. */
    static Optional<String> of(Answers meanings, int status, @Nullable AnswerFacts facts) {
        if (facts != null) {
            for (AnswerFacts.Said error : facts.errors()) {
                AnswerRule rule = error.code() == null ? null : meanings.ofCode(error.code());
                if (rule != null && rule.stopsAccount()) {
                    return Optional.of(Objects.requireNonNullElse(error.words(), error.code()));
                }
            }
        }
        return meanings.ofStatus(status).stopsAccount()
                ? Optional.of("the channel answered " + status)
                : Optional.empty();
    }
}
