package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxKillTests {

    @Test
    void forgetsNothingThatItAnsweredWhenItIsKilled() throws Exception {
        var port = freePort();
        var expediaPort = freePort();
        var database = StandIn.database();
        var process = start(port, expediaPort, database);
        try (var channel = StandIn.at(port);
                var expedia = StandIn.at(expediaPort)) {
            expedia.awaitStart();
            channel.awaitStart();
            var house = new ExpediaHotel(expedia).open(3);
            var stay = house.book(house.wish(house.plan(1), 10, 12, ""));
            house.retrieve("");
            house.confirm(stay, "Book", "PMS-1");
            house.cancel(stay);
            var hotel = new TestHotel(channel).open(3);
            var booking = hotel.book(hotel.wish(1, 10, 12, ""));
            hotel.availability(count(7, 1, hotel.control(hotel.doubleRoom, 20, 20)));

            process.destroyForcibly().waitFor();
            process = start(port, expediaPort, database);
            expedia.awaitStart();
            channel.awaitStart();

            assertThat(hotel.newReservations()).contains("ResID_Value=\"" + booking + "\"");
            assertThat(hotel.left(10)).isEqualTo(2);
            assertThat(hotel.left(20)).isEqualTo(7);
            assertThat(house.retrieve("")).contains("id=\"" + stay + "\" type=\"Cancel\"");
            assertThat(house.grid().at("/rooms/0/nights/9/left").asInt()).isEqualTo(3);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(int port, int expediaPort, String database) throws Exception {
        var settings =
                Map.of(
                        "sandbox.port",
                        String.valueOf(port),
                        "sandbox.expedia.port",
                        String.valueOf(expediaPort),
                        "sandbox.db.url",
                        database,
                        "sandbox.db.user",
                        "postgres",
                        "sandbox.queue.min-interval",
                        "0s");
        var command = new java.util.ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(SandboxApplication.class.getName());
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
