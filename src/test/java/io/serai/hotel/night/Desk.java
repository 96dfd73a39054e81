package io.serai.hotel.night;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.testing.Database;
import io.serai.testing.Kill;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** A hotel's nights, written and read as the API does it: with this hotel in sight and no other. */
final class Desk {

    static final ObjectMapper JSON = new ObjectMapper();

    final Database database = Database.fresh();
    final SampleHotel hotel = SampleHotel.another(database);
    final JdbcClient owner = JdbcClient.create(database.owner());
    int woken;

    private final DataSource app = new Kill(database.app());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(app));
    private final NightsWriter writer;

    Desk(long maxCells) {
        writer =
                new NightsWriter(
                        app,
                        () -> woken++,
                        new NightsSettings(DataSize.ofMegabytes(1), maxCells, 1, 3));
    }

    LocalDate today() {
        return owner.sql("select serai_today(?)").param(hotel.id()).query(LocalDate.class).single();
    }

    <T> T session(Function<JdbcClient, T> work) {
        JdbcClient session = JdbcClient.create(app);
        return transaction.execute(
                status -> {
                    session.sql(
                                    "select set_config('serai.hotels', ?, true), set_config('serai.actor', 'user:desk', true)")
                            .param(Integer.toString(hotel.id()))
                            .query()
                            .singleRow();
                    return work.apply(session);
                });
    }

    Written write(NightTable table, boolean dryRun, String... updates) {
        return write(
                table,
                dryRun,
                new StringReader("{\"updates\":[" + String.join(",", updates) + "]}"));
    }

    Written write(NightTable table, boolean dryRun, Reader body) {
        return session(
                session -> {
                    try {
                        return writer.write(
                                session,
                                new SoldRows().of(session, hotel.id(), table),
                                new JsonUpdates(JSON, body),
                                dryRun);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    NightContent night(NightTable table, int id, LocalDate night) {
        return session(
                session ->
                        new NightsReader(app)
                                .one(new SoldRows().of(session, hotel.id(), table), id, night)
                                .orElseThrow());
    }
}
