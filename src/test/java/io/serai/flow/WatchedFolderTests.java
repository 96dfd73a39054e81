package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTests {

    @TempDir Path temp;

    private Path root;
    private WatchedFolder folder;

    @BeforeEach
    void open() {
        root = temp.resolve("routes");
        folder = new WatchedFolder(root, file -> file.endsWith(".yaml"));
    }

    @Test
    void tellsOfATextOnlyOnceTwoLooksSawTheSame() throws IOException {
        Folder.write(root.resolve("inn/a.yaml"), "half");
        assertThat(folder.look().isEmpty()).isTrue();
        Folder.write(root.resolve("inn/a.yaml"), "half and half");
        assertThat(folder.look().isEmpty()).isTrue();

        assertThat(folder.look().texts()).containsEntry("inn/a.yaml", "half and half");
        assertThat(folder.look().isEmpty()).isTrue();
    }

    @Test
    void takesASaveThatTruncatesFirstForOneChange() throws IOException {
        Folder.write(root.resolve("a.yaml"), "old");
        folder.firstLook();
        Folder.write(root.resolve("a.yaml"), "");
        assertThat(folder.look().isEmpty()).isTrue();
        Folder.write(root.resolve("a.yaml"), "new");
        assertThat(folder.look().isEmpty()).isTrue();

        assertThat(folder.look().texts()).containsExactly(java.util.Map.entry("a.yaml", "new"));
    }

    @Test
    void takesASaveThatDeletesFirstForOneChange() throws IOException {
        Folder.write(root.resolve("a.yaml"), "old");
        folder.firstLook();
        Files.delete(root.resolve("a.yaml"));
        assertThat(folder.look().isEmpty()).isTrue();
        Folder.write(root.resolve("a.yaml"), "old");
        folder.look();

        assertThat(folder.look().isEmpty()).isTrue();
    }

    @Test
    void tellsThatAFileIsGoneOnceTwoLooksMissedIt() throws IOException {
        Folder.write(root.resolve("a.yaml"), "old");
        folder.firstLook();
        Files.delete(root.resolve("a.yaml"));
        folder.look();

        assertThat(folder.look().gone()).containsExactly("a.yaml");
    }

    @Test
    void seesAnEditOfTheSameSizeWithTheSameTime() throws IOException {
        Path file = root.resolve("a.yaml");
        Folder.write(file, "one");
        FileTime time = Files.getLastModifiedTime(file);
        folder.firstLook();
        Folder.write(file, "two");
        Files.setLastModifiedTime(file, time);
        folder.look();

        assertThat(folder.look().texts()).containsEntry("a.yaml", "two");
    }

    @Test
    void doesNotReadOldFilesAgain() throws IOException {
        Path file = root.resolve("a.yaml");
        FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
        Folder.write(file, "one");
        Files.setLastModifiedTime(file, old);
        folder.firstLook();
        Folder.write(file, "two");
        Files.setLastModifiedTime(file, old);
        folder.look();

        assertThat(folder.look().isEmpty()).isTrue();
    }

    @Test
    void saysNothingIsGoneWhileTheFolderItselfIsMissing() throws IOException {
        Folder.write(root.resolve("a.yaml"), "old");
        folder.firstLook();
        Files.move(root, temp.resolve("unmounted"));
        folder.look();
        folder.look();
        Files.move(temp.resolve("unmounted"), root);
        folder.look();

        assertThat(folder.look().isEmpty()).isTrue();
    }

    @Test
    void tellsWhyAFileIsNotText() throws IOException {
        Files.createDirectories(root);
        Files.write(root.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(folder.firstLook().unreadable()).containsEntry("a.yaml", "is not UTF-8 text");
    }

    @Test
    void doesNotSeeHiddenFilesNorCopiesOfEditors() throws IOException {
        Folder.write(root.resolve(".git/a.yaml"), "x");
        Folder.write(root.resolve(".a.yaml"), "x");
        Folder.write(root.resolve("a.yaml~"), "x");

        assertThat(folder.firstLook().isEmpty()).isTrue();
    }
}
