package io.serai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import io.serai.vault.Sealers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sends which part. */
class SyncClaimsTests {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final PeopleSealed SEALED = new PeopleSealed(Sealers.fresh());

    private static Database database;
    private static JdbcClient jdbc;
    private static SyncBook book;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.engine());
        book = new SyncBook(jdbc, SEALED);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.engine()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void nothingElse() {
        jdbc.sql("delete from content_syncs").update();
    }

    @Test
    void takesOnePartOfAConnectionAtATimeInItsOrder() {
        SampleHotel hotel = wanted("property", "contacts", "charges");

        assertThat(claim()).extracting(it -> it.part().kind()).containsExactly("charges");
        assertThat(claim()).isEmpty();

        SyncedPart first = held(hotel);
        book.end(first, SyncState.SETTLED, null, null);
        assertThat(claim()).extracting(it -> it.part().kind()).containsExactly("contacts");
    }

    @Test
    void takesTheFirstPartOfAHotelWithMoreThanAreTakenAtOnce() {
        SampleHotel hotel = SampleHotel.another(database);
        for (int i = 0; i < 40; i++) {
            book.keep(
                    hotel.id(),
                    hotel.connection(),
                    new PartId(SyncedPart.STEP, null, null, "s" + i),
                    40 - i);
        }
        jdbc.sql("update content_syncs set next_try_at = now() - position * interval '1 second'")
                .update();

        assertThat(claim()).extracting(it -> it.part().code()).containsExactly("s39");
    }

    @Test
    void givesAPartWhoseSenderDiedToAnotherWhoAloneMaySettleIt() {
        wanted("property");
        SyncedPart dead = claim().get(0);
        jdbc.sql("update content_syncs set until = now() - interval '1 second'").update();

        SyncedPart other = claim().get(0);

        assertThat(other.id()).isEqualTo(dead.id());
        assertThat(book.begin(dead, false, false, LEASE)).isFalse();
        assertThat(book.end(dead, SyncState.SETTLED, null, null)).isFalse();
        assertThat(book.end(other, SyncState.SETTLED, null, null)).isTrue();
    }

    @Test
    void takesNothingOfAConnectionThatIsNotEnabled() {
        SampleHotel hotel = wanted("property");
        jdbc.sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();

        assertThat(claim()).isEmpty();
    }

    private static SampleHotel wanted(String... kinds) {
        SampleHotel hotel = SampleHotel.another(database);
        int position = kinds.length;
        for (String kind : kinds) {
            book.keep(hotel.id(), hotel.connection(), new PartId(kind, null, null, ""), position--);
        }
        book.want(hotel.connection());
        return hotel;
    }

    private static SyncedPart held(SampleHotel hotel) {
        jdbc.sql("update content_syncs set until = '-infinity' where connection_id = ?")
                .param(hotel.connection())
                .update();
        return claim().get(0);
    }

    private static List<SyncedPart> claim() {
        return transaction.execute(status -> new SyncClaims(jdbc, SEALED).claim(LEASE));
    }
}
