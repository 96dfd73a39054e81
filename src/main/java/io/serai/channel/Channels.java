package io.serai.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels that have a folder with a {@code channel.yaml}. A file that cannot be used leaves
 * the channel as it was, and {@link #refused()} says why.
 */
public final class Channels {

    /** The name of the file that describes a channel. */
    public static final String FILE = "channel.yaml";

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final Path routes;
    private final ChannelFile files;
    private final Map<String, Channel> byFolder = new ConcurrentSkipListMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();

    Channels(Path routes, ChannelFile files) {
        this.routes = routes;
        this.files = files;
        found().forEach(this::reload);
    }

    /**
     * Reads a file again after it was written, or forgets its channel after it was deleted.
     *
     * @param file a {@code channel.yaml}
     * @return whether it is in force now; if not, {@link #refused()} says why
     */
    public synchronized boolean reload(Path file) {
        String folder = file.toAbsolutePath().normalize().getParent().getFileName().toString();
        if (!Files.exists(file)) {
            byFolder.remove(folder);
            refused.remove(folder);
            return true;
        }
        try {
            Channel channel = new Channel(folder, files.read(file));
            findByCode(channel.code())
                    .filter(other -> !other.folder().equals(folder))
                    .ifPresent(other -> refuseTwin(file, channel, other));
            byFolder.put(folder, channel);
            refused.remove(folder);
            return true;
        } catch (ChannelRefused reason) {
            refused.put(folder, String.valueOf(reason.getMessage()));
            log.error(
                    "Refused a channel's description, {}: {}",
                    byFolder.containsKey(folder) ? "the last good one holds" : "it has none",
                    reason.getMessage());
            return false;
        }
    }

    /** All channels, by folder. */
    public Collection<Channel> all() {
        return List.copyOf(byFolder.values());
    }

    /** The channel of a folder. */
    public Optional<Channel> find(String folder) {
        return Optional.ofNullable(byFolder.get(folder));
    }

    /** The channel that the database knows by this name. */
    public Optional<Channel> findByCode(String code) {
        return byFolder.values().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * The channel that the database knows by this name, where there must be one.
     *
     * @throws IllegalArgumentException naming the channels there are
     */
    public Channel byCode(String code) {
        return findByCode(code)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "provider: '"
                                                + code
                                                + "' (expected: the code of one of "
                                                + byFolder.keySet()
                                                + ")"));
    }

    /**
     * The channel that a route belongs to by its id, as {@code somechannel-ari-push}.
     *
     * @throws IllegalArgumentException naming the channels there are
     */
    public Channel ofRoute(String route) {
        return byFolder.values().stream()
                .filter(channel -> route.startsWith(channel.folder() + "-"))
                .max(Comparator.comparingInt(channel -> channel.folder().length()))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "route: '"
                                                + route
                                                + "' (expected: a channel's folder first, one of "
                                                + byFolder.keySet()
                                                + ")"));
    }

    /** Why a folder's file is not in force, by folder; empty when all are. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    private static void refuseTwin(Path file, Channel channel, Channel other) {
        throw new ChannelRefused(
                file
                        + ": code: '"
                        + channel.code()
                        + "' is "
                        + other.folder()
                        + "'s (expected: a code of its own)");
    }

    private List<Path> found() {
        if (!Files.isDirectory(routes)) {
            return List.of();
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(routes, Files::isDirectory)) {
            return StreamSupport.stream(folders.spliterator(), false)
                    .map(folder -> folder.resolve(FILE))
                    .filter(Files::exists)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(routes + ": not readable", unreadable);
        }
    }
}
