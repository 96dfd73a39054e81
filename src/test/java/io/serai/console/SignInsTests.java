package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who came in and went, and who was not let in. */
class SignInsTests {

    @Test
    void writesDownWhoCameInAndWent() {
        String login = Visitor.user("viewer");
        Visitor visitor = Visitor.signedIn(login);
        visitor.get("/jobs");

        visitor.post("/logout", Map.of());

        assertThat(acts(login)).containsExactly("user: sign-in", "user: sign-out");
    }

    @Test
    void leadsToThePageThatWasAskedForByItsOwnAddressAndToNoPartOfOne() {
        String login = Visitor.user("viewer");
        Visitor visitor = new Visitor();
        Visitor onAPage = new Visitor();

        visitor.get("/jobs?state=failed", "Accept", "text/html");
        onAPage.get("/jobs", "Accept", "text/html", "HX-Request", "true");

        assertThat(leads(visitor, login)).endsWith("/jobs?state=failed");
        assertThat(leads(onAPage, login)).endsWith("/");
    }

    private static String leads(Visitor visitor, String login) {
        return visitor.signIn(login, Visitor.PASSWORD).headers().firstValue("Location").orElse("");
    }

    @Test
    void writesDownWhoWasNotLetInAndThatALoginIsLockedOnce() {
        String login = Visitor.user("viewer");
        Visitor visitor = new Visitor();

        for (int wrong = 0; wrong < 40 && !acts(login).contains("nobody sign-in-locked"); wrong++) {
            visitor.signIn(login, "not sesame " + wrong);
        }
        visitor.signIn(login, Visitor.PASSWORD);

        assertThat(acts(login))
                .startsWith("nobody sign-in-failed", "nobody sign-in-failed")
                .endsWith("nobody sign-in-locked")
                .containsOnlyOnce("nobody sign-in-locked");
    }

    @Test
    void writesNothingOfWhatWasEntered() {
        Visitor visitor = new Visitor();

        visitor.signIn("my-password-in-the-wrong-field", "and-another-one");

        assertThat(
                        RunningSerai.shared()
                                .sql()
                                .sql(
                                        "select a::text from audit a where act = 'sign-in-failed' and subject_id is null")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("wrong-field") || row.contains("another-one"));
    }

    private static List<String> acts(String login) {
        return RunningSerai.shared()
                .sql()
                .sql(
                        """
                        select case when a.actor = 'user:' || u.login then 'user: ' else a.actor || ' ' end || a.act
                          from audit a join users u on u.id = a.subject_id
                         where a.subject = 'users' and a.act like 'sign-%' and u.login = ? order by a.id
                        """)
                .param(login)
                .query(String.class)
                .list();
    }
}
