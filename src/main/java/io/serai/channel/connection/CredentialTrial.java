package io.serai.channel.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.connection.PortQuestions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a channel, by its port {@code connection-test}, whether it lets somebody in for a hotel. */
@Component
public class CredentialTrial {

    private final PortQuestions questions;

    CredentialTrial(PortQuestions questions) {
        this.questions = questions;
    }

    /**
     * What the channel said.
     *
     * @param works whether it let the account in
     * @param words its own, or what kept the answer away; null where it said none
     */
    public record Answer(boolean works, @Nullable String words) {}

    /**
     * Tries an account for a connection; nothing is changed at the channel.
     *
     * @param connection whose hotel is asked for
     * @param account to call with
     */
    public Answer of(int connection, long account) {
        return of(new Question(connection, account, null, null));
    }

    /** Tries an account for another hotel there, or another mode. */
    Answer of(Question question) {
        JsonNode said = questions.ask("connection-test", question);
        JsonNode words = said.path("items").path(0).path("words");
        return new Answer(
                said.path("outcome").asText().equals("applied"),
                words.isTextual() ? words.asText() : null);
    }
}
