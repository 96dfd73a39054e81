package io.serai.flow.trial;

import io.serai.testing.RunningSerai;
import io.serai.vault.Sealer;
import java.util.List;

/** What a running Serai keeps of mapped messages, opened. */
public final class OpenedMessages {

    private OpenedMessages() {}

    /** What each mapping got and gave. */
    public static List<String> of(RunningSerai serai) {
        MappedSeal seal = new MappedSeal(serai.part(Sealer.class));
        return serai
                .sql()
                .sql("select sealed from mapped_messages")
                .query(byte[].class)
                .list()
                .stream()
                .map(seal::open)
                .map(it -> it.body() + "\n" + it.parameters() + "\n" + it.given())
                .toList();
    }
}
