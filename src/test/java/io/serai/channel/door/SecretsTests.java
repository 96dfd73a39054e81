package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.account.AccountLogin;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Database;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir static Path folder;

    @Test
    void putsASecretThatAnAnswerTellsAmongTheCredentialsAndShowsItToNobody() {
        try (Database database = Database.fresh();
                Inn inn = new Inn();
                Stage stage =
                        Stage.signingIn(
                                inn,
                                folder,
                                database,
                                """
                                sign-in: { kind: none }
                                secrets: { register: { webhook_secret: "$.data.*.secret" } }
                                """)) {
            long account = stage.account();

            String first = told(stage, inn, account, "first-secret");
            String second = told(stage, inn, account, "second-secret");

            assertThat(first + second).doesNotContain("-secret").contains("\"id\":1");
            AccountLogin login = stage.bean(ChannelAccounts.class).logins(Stage.CODE).get(0);
            assertThat(login.credentials())
                    .containsAllEntriesOf(Stage.LOGIN)
                    .containsEntry("webhook_secret", "second-secret")
                    .containsEntry("webhook_secret_previous", "first-secret");
            assertThat(stage.account()).isEqualTo(account);
        }
    }

    private static String told(Stage stage, Inn inn, long account, String secret) {
        inn.answers(
                saying(
                        200,
                        "application/json",
                        "{\"data\":{\"made\":{\"id\":1,\"secret\":\"" + secret + "\"}}}"));
        Exchange answer = stage.call(inn.url(), account, "register", "{}");
        return answer.getMessage().getBody(String.class);
    }
}
