package io.serai.wayside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.channel.Channels;
import io.serai.console.Visitor;
import io.serai.flow.FlowFiles;
import io.serai.hotel.Horizon;
import io.serai.testing.RunningSerai;
import io.serai.testing.SeraiOfFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example channel's folder, dropped into a running Serai, and what becomes of it. */
class AddedChannelTests {

    private static final Path EXAMPLE = Path.of("examples/channel");

    private final SeraiOfFolders folders = SeraiOfFolders.shared();
    private final RunningSerai serai = folders.serai();
    private final LocalDate night = LocalDate.now().plusDays(40);
    private final Wayside wayside = new Wayside();
    private final String here = "W" + System.nanoTime();
    private final String there = here + "-2";
    private final WaysideEvents events = new WaysideEvents(serai.url(), here, "secret-" + here);
    private final AtomicInteger prices = new AtomicInteger(9900);
    private int hotel;

    @BeforeEach
    void open() {
        wayside.open(here, "key-" + here);
        wayside.open(there, "key-" + there);
        hotel = hotel();
    }

    @AfterEach
    void close() {
        takeOut();
        wayside.close();
    }

    @Test
    void sellsThroughAFolderThatIsDroppedIn() throws IOException {
        dropIn();
        connect(here);
        connect(there);
        soon().until(() -> holds(here, 3, "120.00") && holds(there, 3, "120.00"));

        assertThat(events.tell(events.booked("B-1", night), "not the secret")).isEqualTo(401);
        String booked = events.booked("B-1", night);
        wayside.nights(here).sell(night, 1);
        assertThat(events.tell(booked)).isEqualTo(202);
        assertThat(events.tell(booked)).isEqualTo(202);
        soon().until(() -> holds(here, 2, "120.00") && holds(there, 2, "120.00"));
        assertThat(reservations("booked")).isEqualTo(1);

        wayside.nights(here).forget();
        assertThat(events.tell(events.fullSyncWanted())).isEqualTo(202);
        soon().until(() -> holds(here, 2, "120.00"));

        assertThat(events.tell(events.cancelled("B-1"))).isEqualTo(202);
        soon().until(() -> holds(here, 3, "120.00") && holds(there, 3, "120.00"));
        assertThat(reservations("cancelled")).isEqualTo(1);
    }

    @Test
    void followsItsFilesUntilTheyAreGoneAndAfterwards() throws IOException {
        dropIn();
        int connection = connect(here);
        soon().until(() -> holds(here, 3, "120.00"));

        edit(
                "mappings/wayside/changes-out.jslt",
                "\"price\": .set.price.room",
                "\"price\": if (.set.price) \"77.00\" else null");
        soon().until(
                        () -> {
                            price(prices.incrementAndGet());
                            return holds(here, 3, "77.00");
                        });
        assertThat(compared())
                .contains("wayside/changes-out.jslt", "changes[1].price", ">77.00<", "attempt ")
                .contains("it fails on 0")
                .doesNotContain("changes[1].room<");

        edit(
                "mappings/wayside/changes-out.jslt",
                "\"77.00\" else null",
                "\"77.00\" elsewhere null");
        edit(
                "routes/wayside/call.camel.xml",
                "<constant>true</constant>",
                "<constant>true</konstant>");
        soon().until(
                        () ->
                                refused("mappings/wayside/changes-out.jslt:")
                                        && refused("routes/wayside/call.camel.xml:14 "));
        assertThat(compared()).contains("It would be refused: line ", "is not JSLT");
        rooms(2);
        soon().until(() -> holds(here, 2, "77.00"));

        takeOut();
        assertThat(events.tell(events.fullSyncWanted())).isEqualTo(404);
        rooms(1);
        assertThat(one("select state from third_party_integrations where id = ?", connection))
                .isEqualTo("open");

        dropIn();
        soon().until(
                        () -> {
                            hasten(connection);
                            return holds(here, 1, "77.00");
                        });
    }

    /** What the engineer's page says of the files on disk over what was really sent. */
    private String compared() {
        Visitor engineer = Visitor.signedIn(serai, Visitor.user(serai, "engineer"));
        engineer.get("/engineer/folders/wayside");
        return engineer.post("/engineer/folders/wayside/compare", Map.of()).body();
    }

    /** What found no folder is looked at again after a lease; a test does not wait for that. */
    private void hasten(int connection) {
        serai.sql()
                .sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(connection)
                .update();
    }

    /** As an engineer does it: copies two folders, and names the address in channel.yaml. */
    private void dropIn() throws IOException {
        SeraiOfFolders.copy(EXAMPLE.resolve("mappings"), folders.mappings());
        SeraiOfFolders.copy(EXAMPLE.resolve("routes"), folders.routes());
        edit("routes/wayside/channel.yaml", "https://api.wayside.example", wayside.url());
        soon().until(() -> routes() && serai.part(Channels.class).find("wayside").isPresent());
    }

    /** Deletes both folders; returns when nothing of them runs. */
    private void takeOut() {
        SeraiOfFolders.delete(folders.routes().resolve("wayside"));
        SeraiOfFolders.delete(folders.mappings().resolve("wayside"));
        soon().until(
                        () ->
                                !routes()
                                        && serai.part(Channels.class).find("wayside").isEmpty()
                                        && serai.part(FlowFiles.class).all().stream()
                                                .noneMatch(
                                                        file -> file.path().contains("wayside")));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folders.routes().resolveSibling(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private int connect(String property) {
        return Integer.parseInt(
                one(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration)
                        values ('Wayside', 'ota', 'wayside.example', jsonb_build_object('api_key', 'key-' || ?, 'webhook_secret', 'secret-' || ?),
                                jsonb_build_object('hotel_id', ?, 'hotel', (select code from hotels where id = ?)))
                        returning id
                        """,
                        property,
                        property,
                        property,
                        hotel));
    }

    private int hotel() {
        String code = "wayside-" + System.nanoTime();
        serai.sql()
                .sql(
                        """
                        with h as (insert into hotels (code, name, time_zone, currency, horizon) values (?, 'Casa do Rio', 'Europe/Lisbon', 'EUR', 510) returning id),
                             t as (insert into room_types (hotel_id, code, name, size, max_guests) select id, 'DBL', 'Garden Double', 3, 2 from h returning id, hotel_id),
                             p as (insert into rate_plans (hotel_id, code, name) select id, 'Standard', 'Standard' from h returning id, hotel_id)
                        insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices) select t.hotel_id, t.id, p.id, '{12000}' from t, p
                        """)
                .param(code)
                .update();
        int id = Integer.parseInt(one("select id from hotels where code = ?", code));
        serai.part(Horizon.class).roll(id);
        return id;
    }

    private void price(int price) {
        serai.sql()
                .sql(
                        "update rate_nights n set prices = array[?] from products p where p.id = n.product_id and p.hotel_id = ?")
                .params(price, hotel)
                .update();
    }

    private void rooms(int rooms) {
        serai.sql()
                .sql(
                        "update room_nights n set offered = ? from room_types t where t.id = n.room_type_id and t.hotel_id = ?")
                .params(rooms, hotel)
                .update();
    }

    private boolean holds(String property, int rooms, String price) {
        Integer held = wayside.nights(property).available(night);
        return held != null && held == rooms && price.equals(wayside.nights(property).price(night));
    }

    private boolean routes() {
        return serai.part(CamelContext.class).getRoute("wayside-ari-push") != null
                && serai.part(CamelContext.class).getRoute("wayside-call") != null
                && serai.part(CamelContext.class).getRoute("wayside-webhook-receive") != null;
    }

    private boolean refused(String beginning) {
        return serai.part(FlowFiles.class).refused().stream()
                .anyMatch(file -> String.valueOf(file.refusal()).startsWith(beginning));
    }

    private int reservations(String status) {
        return Integer.parseInt(
                one(
                        "select count(*) from reservations where hotel_id = ? and status = ?",
                        hotel,
                        status));
    }

    private String one(String sql, Object... params) {
        return serai.sql().sql(sql).params(params).query(String.class).single();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100));
    }
}
