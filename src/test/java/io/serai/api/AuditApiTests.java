package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.database.audit.Audit;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what, and that nobody changes it unseen. */
class AuditApiTests {

    private static final String VERIFY = "/api/access/audit/verification";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningSerai serai;
    private static SampleHotel hotel;
    private static ApiClient boss;

    @BeforeAll
    static void anAdmin() {
        serai = RunningSerai.shared();
        hotel = withoutChannel(SampleHotel.another(serai.database()));
        boss = user("admin");
    }

    @Test
    void showsWhoChangedWhat() throws IOException {
        boss.patch(
                "/api/inventory-sync/hotels/" + hotel.id() + "/room-types/" + hotel.roomType(),
                "{\"safetyStock\": 3}");

        Reply seen = boss.get("/api/access/audit?subject=room_types&hotel=" + hotel.id());

        assertKeeps(seen, 200, "AuditEntries");
        JsonNode entry = seen.body().path("entries").path(0);
        assertThat(entry.path("actor").asText()).startsWith("user:audit-");
        assertThat(entry.path("subjectId").asInt()).isEqualTo(hotel.roomType());
    }

    @Test
    void findsWhatWasDoneByActAndTime() {
        write("looked-for");
        String of = "/api/access/audit?hotel=none&act=looked-for";

        assertThat(boss.get(of).body().path("entries")).hasSize(1);
        assertThat(boss.get(of + "&from=2020-01-01T00:00:00Z").body().path("entries")).hasSize(1);
        assertThat(boss.get(of + "&until=2020-01-01T00:00:00Z").body().path("entries")).isEmpty();
        assertThat(boss.get(of + "&from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void writesDownARevealWithItsReason() {
        serai.part(Audit.class)
                .record(
                        "user:anna",
                        "reveal",
                        new Audit.Subject(hotel.id(), "cards", 12L),
                        "the guest asked for a receipt");

        Reply seen = boss.get("/api/access/audit?subject=cards&hotel=" + hotel.id());

        JsonNode entry = seen.body().path("entries").path(0);
        assertThat(entry.path("act").asText()).isEqualTo("reveal");
        assertThat(entry.path("reason").asText()).isEqualTo("the guest asked for a receipt");
    }

    @Test
    void showsAnAuditOfOneHotelToWhoAdministersItAlone() {
        ApiClient theirs = user("operator");

        Reply tried = theirs.get("/api/access/audit?hotel=" + hotel.id());

        assertThat(tried.status()).isNotEqualTo(200);
        assertThat(theirs.get(VERIFY).status()).isEqualTo(403);
        assertThat(boss.get("/api/access/audit?hotel=none&subject=users").body().path("entries"))
                .isNotEmpty();
    }

    @Test
    void isNotToBeChangedByTheApplication() {
        JdbcClient engine = serai.part(JdbcClient.class);

        assertThatThrownBy(() -> engine.sql("update audit set actor = 'user:nobody'").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> engine.sql("delete from audit").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> engine.sql("delete from audit_seals").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void showsWhenARowWasChangedTakenAwayOrSlippedIn() throws IOException {
        write("first");
        Reply before = boss.get(VERIFY);
        String head = before.body().path("head").asText();

        assertKeeps(before, 200, "AuditVerdict");
        assertThat(before.body().path("intact").asBoolean()).as(before.body().toString()).isTrue();
        write("second");
        assertThat(boss.get(VERIFY + "?head=" + head).body().path("knownAs").asLong()).isPositive();

        owner("update audit set actor = 'user:somebody' where act = 'first'");
        assertThat(boss.get(VERIFY).body().path("broken")).hasSize(1);
        owner("update audit set actor = 'user:anna' where act = 'first'");
        assertThat(boss.get(VERIFY).body().path("intact").asBoolean()).isTrue();

        owner(
                "alter table audit disable trigger await_seal; insert into audit (actor, subject, act)"
                        + " values ('user:anna', 'story', 'slipped-in'); alter table audit enable"
                        + " trigger await_seal");
        assertThat(boss.get(VERIFY).body().path("strangers").asInt()).isOne();
        owner("delete from audit where act = 'slipped-in'");
        assertThat(boss.get(VERIFY).body().path("intact").asBoolean()).isTrue();
        assertThat(boss.get(VERIFY + "?head=" + "0".repeat(64)).body().path("intact").asBoolean())
                .isFalse();
    }

    private static void write(String act) {
        owner(
                "insert into audit (actor, subject, act) values ('user:anna', 'story', '"
                        + act
                        + "')");
    }

    private static void owner(String sql) {
        serai.sql().sql(sql).update();
    }

    private static ApiClient user(String role) {
        String login = "audit-" + NUMBER.incrementAndGet();
        return ApiClient.user(serai, login, role);
    }

    /** Nobody is to call for it. */
    private static SampleHotel withoutChannel(SampleHotel made) {
        serai.sql()
                .sql("delete from third_party_integrations where id = ?")
                .param(made.connection())
                .update();
        return made;
    }
}
