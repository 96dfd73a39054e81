package io.serai.sandbox.expedia.image;

import java.util.Arrays;

/** How far the channel is with an image. */
public enum ImageState {
    RECEIVED("Received"),
    DERIVATIVES_CREATED("DerivativesCreated"),
    PUBLISHED("Published"),
    REJECTED("Rejected"),
    DUPLICATE("Duplicate"),
    DOWNLOAD_FAILED("DownloadFailed");

    private final String word;

    ImageState(String word) {
        this.word = word;
    }

    /** As the channel writes it. */
    public String word() {
        return word;
    }

    static ImageState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state '" + word + "'"));
    }
}
