package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxKillTests {

    @Test
    void forgetsNothingItAnsweredWhenItIsKilled() throws Exception {
        var port = freePort();
        var database = StandIn.database();
        var process = start(port, database);
        try (var channel = StandIn.at(port)) {
            channel.awaitStart();
            var hotel = new TestHotel(channel).open(3);
            var booking = hotel.book(hotel.wish(1, 10, 12, ""));
            hotel.availability(count(7, 1, hotel.control(hotel.doubleRoom, 20, 20)));

            process.destroyForcibly().waitFor();
            process = start(port, database);
            channel.awaitStart();

            assertThat(hotel.newReservations()).contains("ResID_Value=\"" + booking + "\"");
            assertThat(hotel.left(10)).isEqualTo(2);
            assertThat(hotel.left(20)).isEqualTo(7);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(int port, String database) throws Exception {
        var settings =
                Map.of(
                        "sandbox.port",
                        String.valueOf(port),
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
