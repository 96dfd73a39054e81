package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a folder. */
class FolderStoreTests {

    @TempDir private Path folder;

    @Test
    void keepsFindsAndForgetsFilesAndLeavesNothingElse() throws IOException {
        FolderStore store = new FolderStore(folder.resolve("photos"));

        store.put("a.jpg", new byte[] {1, 2, 3}, "image/jpeg");

        assertThat(store.find("a.jpg")).hasValue(new byte[] {1, 2, 3});
        assertThat(store.find("b.jpg")).isEmpty();
        store.remove("a.jpg");
        store.remove("a.jpg");
        assertThat(store.find("a.jpg")).isEmpty();
        try (var left = Files.list(folder.resolve("photos"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void looksIntoNoOtherFolder() {
        FolderStore store = new FolderStore(folder);

        assertThatThrownBy(() -> store.find("../master.json"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
