package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Pictures in a bucket, against a small store that speaks as S3 does. */
class BucketStoreTests {

    private Bucket bucket;
    private BucketStore store;

    @BeforeEach
    void open() throws IOException {
        bucket = new Bucket("pictures", "serai-key");
        store = store("serai-key");
    }

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Test
    void keepsFindsAndForgetsFiles() {
        byte[] picture = new byte[200_000];
        Arrays.fill(picture, (byte) 7);

        store.put("a.jpg", picture, "image/jpeg");

        assertThat(store.find("a.jpg")).hasValue(picture);
        assertThat(bucket.type("a.jpg")).isEqualTo("image/jpeg");
        assertThat(store.find("b.jpg")).isEmpty();
        store.remove("a.jpg");
        store.remove("a.jpg");
        assertThat(store.find("a.jpg")).isEmpty();
    }

    @Test
    void namesAllFilesThatAreOldHoweverManyThereAre() {
        for (int file = 0; file < 5; file++) {
            store.put("f" + file + ".jpg", new byte[] {1}, "image/jpeg");
        }

        try (var old = store.writtenBefore(Instant.now().plusSeconds(60));
                var older = store.writtenBefore(Instant.now().minusSeconds(60))) {
            assertThat(old)
                    .containsExactlyInAnyOrder("f0.jpg", "f1.jpg", "f2.jpg", "f3.jpg", "f4.jpg");
            assertThat(older).isEmpty();
        }
    }

    @Test
    void failsWithTheStoresWordsWhereTheLoginIsWrong() {
        try (BucketStore stranger = store("other-key")) {
            assertThatThrownBy(() -> stranger.put("a.jpg", new byte[] {1}, "image/jpeg"))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("no such key id");
        }
    }

    private BucketStore store(String key) {
        return new BucketStore(
                new PhotoSettings.Bucket(
                        "pictures", bucket.url(), "us-east-1", key, "serai-secret", true));
    }
}
