package io.serai.channel.answer;

import io.serai.channel.AnswerRule;
import io.serai.channel.ChannelDefinition;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an answer says that no call of the account is of any use. */
final class AccountRefusal {

    private AccountRefusal() {}

    /**
     * The channel's words where it does. A code speaks of the account; a status of the sign-in of
     * the call, so that one of a call with a sign-in of its own says nothing of the others.
     *
     * @param call its name in the channel's description; null where it signs in as most do
     */
    static Optional<String> of(
            ChannelDefinition channel,
            @Nullable String call,
            int status,
            @Nullable AnswerFacts facts) {
        if (facts != null) {
            for (AnswerFacts.Said error : facts.errors()) {
                AnswerRule rule =
                        error.code() == null ? null : channel.answers().ofCode(error.code());
                if (rule != null && rule.stopsAccount()) {
                    return Optional.of(Objects.requireNonNullElse(error.words(), error.code()));
                }
            }
        }
        boolean usual = call == null || channel.access().of(call).equals(channel.access().signIn());
        return usual && channel.answers().ofStatus(status).stopsAccount()
                ? Optional.of("the channel answered " + status)
                : Optional.empty();
    }
}
