package io.serai.flow;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where routes and mappings are read from, and how closely they are followed.
 *
 * @param routes the folder of route files, relative to the working directory
 * @param mappings the folder of mapping files; {@code file:mappings/…} in a route means this folder
 * @param kept where the last good text of each file is kept, so that a restart with a broken file
 *     runs what ran before; safe to delete while Serai is stopped
 * @param checkEvery how long between two looks at the folders; a change takes effect after two
 *     looks that saw the same text
 * @param stopTimeout how long a route that is swapped or removed may take to finish what it has in
 *     hand; after that it goes on as it was, and the change is tried again at the next look
 */
@ConfigurationProperties("serai.flow")
public record FlowSettings(
        @DefaultValue("./routes") Path routes,
        @DefaultValue("./mappings") Path mappings,
        @DefaultValue("./data/flow") Path kept,
        @DefaultValue("1s") Duration checkEvery,
        @DefaultValue("30s") Duration stopTimeout) {

    /** Below {@code kept}: the folder of the texts that ran before the last good ones. */
    static final String BEFORE = "before";

    /** Fails when a time is not positive. */
    public FlowSettings {
        requirePositive("serai.flow.check-every", checkEvery);
        requirePositive("serai.flow.stop-timeout", stopTimeout);
    }

    /** Where the mappings lie that ran before the last good ones. */
    public Path mappingsBefore() {
        return kept.resolve(BEFORE).resolve("mappings");
    }

    private static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + ": " + time + " (expected: more than zero)");
        }
    }
}
