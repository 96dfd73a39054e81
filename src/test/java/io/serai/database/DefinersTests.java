package io.serai.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Functions that work with the rights of the schema's owner. */
class DefinersTests {

    private static Database database;
    private static JdbcClient owner;

    @BeforeAll
    static void aSchema() {
        database = Database.fresh();
        owner = JdbcClient.create(database.owner());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void lookAtTablesOfTheSessionLast() {
        List<String> trusting =
                owner.sql(
                                """
                                select p.oid::regprocedure::text from pg_proc p
                                 where p.pronamespace = 'public'::regnamespace and p.prosecdef
                                   and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$')
                                """)
                        .query(String.class)
                        .list();

        assertThat(trusting)
                .as("security definer without pg_temp at the end of its search_path")
                .isEmpty();
    }

    @Test
    void auditWhatASessionWouldHideInATableOfItsOwn() throws Exception {
        try (var connection = database.owner().getConnection()) {
            var session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            session.sql("create temporary table audit (like public.audit including all)").update();

            session.sql(
                            "insert into users (login, password_hash, role) values ('hidden', '', 'admin')")
                    .update();
            session.sql("drop table pg_temp.audit").update();
        }

        assertThat(
                        owner.sql(
                                        "select count(*) from public.audit where subject = 'users' and change::text like '%hidden%'")
                                .query(Integer.class)
                                .single())
                .isOne();
    }
}
