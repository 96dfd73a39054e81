package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.serai.hotel.FirstHotel;
import io.serai.testing.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The first hotel of a Serai whose stand-ins run in a process of their own. */
class SandboxDemoTests {

    private static final String ELSEWHERE = "http://localhost:9";

    private static final Database DATABASE = Database.fresh();

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true;

    @AfterEach
    void leave() {
        JdbcClient.create(DATABASE.owner()).sql("delete from third_party_integrations").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void waitsForTheStandInsAndConnectsOnceThoughTwoInstancesTry() throws IOException {
        answers = false;
        HttpServer standIn = standIn();
        String there = at(standIn);
        try (var one = serai(there, there);
                var other = serai(there, there)) {
            List<String> before = connections();
            answers = true;

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> connections().size() == 2);

            assertThat(before).isEmpty();
            assertThat(one.isRunning() && other.isRunning()).isTrue();
        }
        standIn.stop(0);
        serai(there, there).close();
        assertThat(connections())
                .containsExactly("booking.com 777001 quinta-do-mar", "expedia 88001 quinta-do-mar");
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "PUT /sandbox/accounts/quinta-do-mar",
                        "PUT /sandbox/accounts/quinta-do-mar",
                        "PUT /sandbox/hotels/777001",
                        "PUT /sandbox/hotels/88001");
    }

    @Test
    void callsNothingForAChannelThatHasAnotherAddressThanItsStandIn() throws IOException {
        HttpServer standIn = standIn();

        serai(at(standIn), ELSEWHERE).close();
        standIn.stop(0);

        assertThat(connections()).containsExactly("expedia 88001 quinta-do-mar");
        assertThat(calls).noneMatch(call -> call.contains("777001"));
    }

    @Test
    void takesNoStandInThatIsNotOnThisMachine() {
        for (String address : List.of("https://localhost", "http://supply-xml.booking.com")) {
            assertThatThrownBy(() -> serai(address, address))
                    .rootCause()
                    .hasMessageContaining("serai.sandbox.url: '" + address + "' (expected: http");
        }
    }

    private AnnotationConfigApplicationContext serai(String standIn, String bookingcom) {
        var serai = new AnnotationConfigApplicationContext();
        serai.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        "serai.sandbox.url",
                                        standIn,
                                        "serai.sandbox.expedia-url",
                                        standIn,
                                        "serai.channels.bookingcom.auth-url",
                                        standIn,
                                        "serai.channels.bookingcom.supply-url",
                                        bookingcom,
                                        "serai.channels.expedia.api-url",
                                        standIn)));
        var transactions = new JdbcTransactionManager(DATABASE.engine());
        serai.registerBean(DataSource.class, DATABASE::engine, it -> it.setDestroyMethodName(""));
        serai.registerBean(JdbcClient.class, () -> JdbcClient.create(DATABASE.engine()));
        serai.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        serai.register(
                FirstHotel.class, SandboxBeside.class, DemoConnecting.class, SandboxDemo.class);
        serai.refresh();
        return serai;
    }

    /** Holds its port from the beginning, and leaves calls without an answer until it answers. */
    private HttpServer standIn() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    if (answers) {
                        calls.add(call.getRequestMethod() + " " + call.getRequestURI());
                        call.getRequestBody().readAllBytes();
                        call.sendResponseHeaders(204, -1);
                    }
                    call.close();
                });
        server.start();
        return server;
    }

    private static String at(HttpServer standIn) {
        return "http://localhost:" + standIn.getAddress().getPort();
    }

    private List<String> connections() {
        return JdbcClient.create(DATABASE.owner())
                .sql(
                        "select provider || ' ' || remote_hotel || ' ' || (configuration ->> 'hotel') from third_party_integrations order by 1")
                .query(String.class)
                .list();
    }
}
