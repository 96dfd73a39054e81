package io.serai.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the processes of a stage are started with.
 *
 * @param folder where everything of the stage lies
 * @param routes the folder of route files
 * @param server what the Serai share; null: the only one has its own
 * @param judge the stand-ins' own; null: they start one
 */
record StageArguments(
        Path folder,
        Path routes,
        String bookingcomUrl,
        String expediaUrl,
        @Nullable OwnServer server,
        @Nullable OwnServer judge) {

    List<String> ofSandbox(int port, int expediaPort) {
        var all =
                new ArrayList<>(
                        List.of(
                                "io.serai.Serai",
                                "sandbox",
                                "--sandbox.port=" + port,
                                "--sandbox.expedia.port=" + expediaPort,
                                "--sandbox.queue.min-interval=100ms",
                                "--sandbox.queue.after-ack=20ms",
                                "--sandbox.token.per-hour=1000"));
        if (judge == null) {
            all.add("--sandbox.db.directory=" + folder.resolve("sandbox"));
        } else {
            all.add("--sandbox.db.url=" + judge.url());
            all.add("--sandbox.db.user=" + judge.user());
            all.add("--sandbox.db.password=" + judge.password());
        }
        return all;
    }

    /**
     * @param settings over those that make it fast
     */
    List<String> ofSerai(String name, int port, Map<String, String> settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", String.valueOf(port));
        all.put("serai.sandbox.enabled", "false");
        all.put("serai.db.place.file", folder.resolve(name + "-database.json").toString());
        all.put("serai.flow.kept", folder.resolve(name + "-kept").toString());
        all.put("serai.admin.password", Stage.PASSWORD);
        all.put("serai.flow.routes", routes.toString());
        if (server == null) {
            all.put("serai.db.embedded.directory", folder.resolve("postgres").toString());
            all.put("serai.db.embedded.binaries", folder.resolve("postgres-binaries").toString());
        } else {
            all.put("serai.db.url", server.url());
            all.put("serai.db.user", server.user());
            all.put("serai.db.password", server.password());
        }
        all.put("serai.vault.key-file", folder.resolve("master.json").toString());
        for (var face : List.of("auth", "supply", "secure", "payments")) {
            all.put("serai.channels.bookingcom." + face + "-url", bookingcomUrl);
        }
        for (var face : List.of("services", "api", "sandbox-api")) {
            all.put("serai.channels.expedia." + face + "-url", expediaUrl);
        }
        all.put("serai.channels.expedia.deadline", "4s");
        all.put("serai.channels.bookingcom.limit", "1000000/m");
        all.put("serai.channels.bookingcom.limit-in-all", "1000000/m");
        all.put("serai.channels.expedia.limit-hotel", "1000000/m");
        all.put("serai.channels.bookingcom.deadline", "4s");
        all.put("serai.polls.every", "250ms");
        all.put("serai.polls.after-acknowledgement", "100ms");
        all.put("serai.door.max-response", "4MB");
        all.put("serai.polls.lease", "5s");
        all.put("serai.reservations.own-count-margin", "2s");
        all.put("serai.polls.longest", "5s");
        all.put("serai.delivery.lease", "5s");
        all.put("serai.delivery.margin", "1s");
        if (server != null) {
            all.put("serai.breaker.open-for", "3s");
        }
        all.putAll(settings);
        var arguments = new ArrayList<String>(List.of("io.serai.Serai"));
        all.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments;
    }
}
