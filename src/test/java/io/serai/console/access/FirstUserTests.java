package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class FirstUserTests {

    private final Database database = Database.fresh();
    private final JdbcClient sql = JdbcClient.create(database.engine());
    private final Users users = new Users(sql);
    private final PasswordEncoder passwords =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void printsAMadeUpPasswordOnce(CapturedOutput console) {
        start(null);
        start(null);

        Matcher printed = Pattern.compile("password\\s+(\\S+)").matcher(console.getOut());
        assertThat(printed.find()).isTrue();
        assertThat(passwords.matches(printed.group(1), hash())).isTrue();
        assertThat(printed.find()).isFalse();
    }

    @Test
    void takesTheGivenPasswordAndPrintsNothing(CapturedOutput console) {
        start("given from outside");

        assertThat(passwords.matches("given from outside", hash())).isTrue();
        assertThat(hash()).startsWith("{bcrypt}");
        assertThat(console.getAll()).doesNotContain("sign-in", "given from outside");
    }

    @Test
    void leavesAUserWhoIsThereAlone(CapturedOutput console) {
        users.addFirst("anna", Role.OPERATOR, "{noop}x");

        start("given from outside");

        assertThat(sql.sql("select login from users").query(String.class).list())
                .containsExactly("anna");
    }

    @Test
    void makesOneUserWhenTwoInstancesStartAtOnce() throws Exception {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.engine()));
        Callable<Boolean> instance =
                () -> transaction.execute(status -> users.addFirst("admin", Role.ADMIN, "{noop}x"));
        var threads = Executors.newFixedThreadPool(8);

        var made =
                threads.invokeAll(
                        List.of(
                                instance, instance, instance, instance, instance, instance,
                                instance, instance));

        int first = 0;
        for (var each : made) {
            first += each.get() ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);
        threads.shutdown();
    }

    private void start(String given) {
        new FirstUser(users, passwords, new AdminSettings(given))
                .run(new DefaultApplicationArguments());
    }

    private String hash() {
        return sql.sql("select password_hash from users").query(String.class).single();
    }
}
