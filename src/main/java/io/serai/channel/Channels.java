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
    private final ChannelSettings settings;
    private final Map<String, Channel> byFolder = new ConcurrentSkipListMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();

    Channels(Path routes, ChannelFile files, ChannelSettings settings) {
        this.routes = routes;
        this.files = files;
        this.settings = settings;
        found().forEach(this::reload);
    }

    /**
     * Reads a file again after it was written, or forgets its channel after it was deleted.
     *
     * @param file a {@code channel.yaml}
     * @return whether it is in force now; if not, {@link #refused()} says why
     */
    public boolean reload(Path file) {
        if (!Files.exists(file)) {
            forget(file);
            return true;
        }
        try {
            read(file, ChannelFile.text(file));
            return true;
        } catch (ChannelRefused reason) {
            keep(file, reason);
            return false;
        }
    }

    /**
     * Takes a text as that of a file.
     *
     * @throws ChannelRefused naming file, line and reason; the channel stays as it was
     */
    public void take(Path file, String text) {
        try {
            read(file, text);
        } catch (ChannelRefused reason) {
            keep(file, reason);
            throw reason;
        }
    }

    /** Forgets the channel of a file that is gone. */
    public void forget(Path file) {
        byFolder.remove(folder(file));
        settings.remove(folder(file));
        refused.remove(folder(file));
    }

    /** A text's own settings hold while it is read, and no longer where it is refused. */
    private synchronized void read(Path file, String text) {
        String folder = folder(file);
        Map<String, String> before = settings.put(folder, ChannelSettings.read(file, text));
        try {
            take(file, files.read(file, text));
        } catch (ChannelRefused reason) {
            settings.put(folder, before);
            throw reason;
        }
    }

    private void take(Path file, ChannelDefinition definition) {
        Channel channel = new Channel(folder(file), definition);
        findByCode(channel.code())
                .filter(other -> !other.folder().equals(channel.folder()))
                .ifPresent(other -> refuseTwin(file, channel, other));
        byFolder.put(channel.folder(), channel);
        refused.remove(channel.folder());
    }

    private void keep(Path file, ChannelRefused reason) {
        refused.put(folder(file), String.valueOf(reason.getMessage()));
        log.error(
                "Refused a channel's description, {}: {}",
                byFolder.containsKey(folder(file)) ? "the last good one holds" : "it has none",
                reason.getMessage());
    }

    static String folder(Path file) {
        return file.toAbsolutePath().normalize().getParent().getFileName().toString();
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

    /** The channel whose folder begins a route's id. */
    public Optional<Channel> ofRoute(String id) {
        return byFolder.values().stream()
                .filter(channel -> id.startsWith(channel.folder() + "-"))
                .findFirst();
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

    /** Why a folder's file is not in force, by folder; empty when all are. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    private static void refuseTwin(Path file, Channel channel, Channel other) {
        throw new ChannelRefused(
                file.toString(),
                0,
                "code: '" + channel.code() + "' is " + other.folder() + "'s (expected: its own)",
                null);
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
