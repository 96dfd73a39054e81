package io.serai.flow;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A folder, all that is below it, and what changed there since it was last looked at.
 *
 * <p>Not every file system tells of its changes, so the folder is looked at again and again: size
 * and time of each file, and its text where these moved or are young. A text counts once two looks
 * saw the same, and a file is gone once two looks missed it: neither a save half written nor one
 * that deletes first is taken for a change. While the folder itself is missing nothing is said to
 * be gone. Names that start with a dot or end with {@code ~} are not seen. Not safe for use by
 * several threads.
 */
public final class WatchedFolder {

    private final Path root;
    private final Predicate<String> wanted;
    private final Map<String, SeenFile.Reading> told = new HashMap<>();
    private Map<String, SeenFile> before = Map.of();

    /**
     * @param root the folder; it need not exist yet
     * @param wanted which files are of interest, by their path below the folder with {@code /}
     */
    public WatchedFolder(Path root, Predicate<String> wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    /**
     * What changed.
     *
     * @param texts the new or edited files, by path below the folder, and their whole text
     * @param unreadable the files that are there but cannot be read as UTF-8 text, and why
     * @param gone the files that were there
     */
    public record Changes(
            SortedMap<String, String> texts,
            SortedMap<String, String> unreadable,
            SortedSet<String> gone) {

        static Changes none() {
            return new Changes(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        }

        public boolean isEmpty() {
            return texts.isEmpty() && unreadable.isEmpty() && gone.isEmpty();
        }
    }

    /** Whether a file of that path would be seen. */
    public boolean wants(String file) {
        return wanted.test(file);
    }

    /** Everything as it stands, without waiting for a second look: for the start. */
    public Changes firstLook() throws IOException {
        return compare(true);
    }

    /** What changed and stood still since the look before. */
    public Changes look() throws IOException {
        return compare(false);
    }

    private Changes compare(boolean atOnce) throws IOException {
        Changes changes = Changes.none();
        if (!Files.isDirectory(root)) {
            return changes;
        }
        Map<String, SeenFile> now = scan();
        now.forEach(
                (file, seen) -> {
                    SeenFile last = before.get(file);
                    boolean still =
                            atOnce || (last != null && last.reading().equals(seen.reading()));
                    if (still && !seen.reading().equals(told.put(file, seen.reading()))) {
                        tell(changes, file, seen.reading());
                    }
                });
        told.keySet().stream()
                .filter(file -> !now.containsKey(file) && (atOnce || !before.containsKey(file)))
                .forEach(changes.gone::add);
        told.keySet().removeAll(changes.gone);
        before = now;
        return changes;
    }

    private static void tell(Changes changes, String file, SeenFile.Reading reading) {
        if (reading.text() != null) {
            changes.texts.put(file, reading.text());
        } else {
            changes.unreadable.put(file, String.valueOf(reading.trouble()));
        }
    }

    private Map<String, SeenFile> scan() throws IOException {
        Map<String, SeenFile> now = new HashMap<>();
        Files.walkFileTree(
                root,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes is) {
                        boolean skipped = !dir.equals(root) && isHidden(dir);
                        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes is) {
                        String file = root.relativize(path).toString().replace('\\', '/');
                        if (is.isRegularFile() && !isHidden(path) && wanted.test(file)) {
                            now.put(file, SeenFile.look(path, is, before.get(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException
                                || e instanceof FileSystemLoopException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
        return now;
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }
}
