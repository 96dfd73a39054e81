package io.serai.channel.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.account.AccountSecrets;
import io.serai.channel.wire.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes secrets out of answers that tell them: they go to the account's credentials. */
final class SecretsOut {

    private static final Logger log = LoggerFactory.getLogger(SecretsOut.class);

    private final AccountSecrets secrets;

    SecretsOut(AccountSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The answer without its secrets, which are committed; without a body where it cannot be read.
     *
     * @param paths where they are, by the names of credentials
     */
    Answer take(Visit visit, Map<String, String> paths, Answer answer) {
        if (paths.isEmpty() || !answer.successful() || answer.body().length == 0) {
            return answer;
        }
        try {
            SafeBody body = Incoming.read(answer);
            paths.forEach((name, path) -> take(visit, body, name, path));
            ContentType type = answer.type();
            return new Answer(
                    answer.status(), type == null ? null : type.withCharset(UTF_8), body.bytes());
        } catch (IOException unreadable) {
            log.error(
                    "{} for account {}: {}; its body is withheld",
                    visit.call(),
                    visit.account(),
                    unreadable.getMessage());
            return new Answer(answer.status(), answer.type(), new byte[0]);
        }
    }

    private void take(Visit visit, SafeBody body, String name, String path) {
        for (String secret : body.texts(path)) {
            if (!secret.isBlank()) {
                secrets.learn(visit.account(), name, secret);
            }
        }
        body.takeCards(List.of(path), fields -> "");
    }
}
