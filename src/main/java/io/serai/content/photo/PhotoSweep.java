package io.serai.content.photo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets pictures that no photo has: a kill left them between the store and the database. */
@Component("photoSweep")
public class PhotoSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);
    private static final int BATCH = 500;

    private final JdbcClient engine;
    private final PhotoStore store;
    private final PhotoSettings settings;
    private final Clock clock;

    PhotoSweep(JdbcClient engine, PhotoStore store, PhotoSettings settings, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks through the whole store; what in it is none of ours stays. How many files went. */
    public int sweep() {
        Instant before = clock.instant().minus(settings.unusedKeep());
        int swept = 0;
        try (Stream<String> files = store.writtenBefore(before)) {
            Iterator<String> left = files.iterator();
            while (left.hasNext()) {
                List<String> unused = unused(next(left));
                unused.forEach(store::remove);
                swept += unused.size();
            }
        }
        if (swept > 0) {
            LOG.info("{} files are forgotten that no photo had", swept);
        }
        return swept;
    }

    private static List<String> next(Iterator<String> files) {
        List<String> batch = new ArrayList<>();
        while (files.hasNext() && batch.size() < BATCH) {
            batch.add(files.next());
        }
        return batch;
    }

    private List<String> unused(List<String> files) {
        String[] tokens =
                files.stream()
                        .map(PhotoAddresses::tokenOf)
                        .flatMap(Optional::stream)
                        .toArray(String[]::new);
        Set<String> used =
                new HashSet<>(
                        engine.sql("select token from photos where token = any (?)")
                                .param(tokens)
                                .query(String.class)
                                .list());
        return files.stream()
                .filter(
                        file ->
                                file.endsWith(FolderStore.DRAFT)
                                        || PhotoAddresses.tokenOf(file)
                                                .filter(token -> !used.contains(token))
                                                .isPresent())
                .toList();
    }
}
