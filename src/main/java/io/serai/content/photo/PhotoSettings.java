package io.serai.content.photo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What photos are taken, where they lie, and how channels are told of them.
 *
 * @param maxBytes the largest picture
 * @param leastSide the fewest pixels of each side
 * @param mostPixels the most pixels of a picture: width times height
 * @param most the most photos of a hotel
 * @param quality of the JPEG that is kept, above 0 and at most 1
 * @param thumbnail the longer side of a thumbnail, in pixels
 * @param folder where pictures lie that do not lie in a bucket
 * @param bucket of an S3-compatible store; its name is empty where pictures lie in the folder
 * @param unusedKeep how long a file is kept that no photo has: it may be one that is just taken in
 * @param lease how long a round of a connection is claimed unless renewed
 * @param steps the most calls of a round; what is left is the next one's
 * @param looks the waits until the next round of what a channel works on, or could not be told;
 *     after the last it waits for the daily job
 */
@ConfigurationProperties("serai.photos")
record PhotoSettings(
        @DefaultValue("20MB") DataSize maxBytes,
        @DefaultValue("650") int leastSide,
        @DefaultValue("25000000") long mostPixels,
        @DefaultValue("299") int most,
        @DefaultValue("0.92") float quality,
        @DefaultValue("400") int thumbnail,
        @DefaultValue("./data/photos") Path folder,
        @DefaultValue Bucket bucket,
        @DefaultValue("24h") Duration unusedKeep,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("40") int steps,
        @DefaultValue({"30s", "1m", "2m", "5m", "15m", "1h"}) List<Duration> looks) {

    /**
     * A bucket.
     *
     * @param name its name; empty for none
     * @param endpoint where the store answers; null for that of AWS
     * @param region as the store calls it
     * @param accessKey who signs in; null: as the store's library finds it
     * @param secretKey with what; from the environment, never in a file that is checked in
     * @param pathStyle whether the bucket is named in the path, not in the host
     */
    record Bucket(
            @DefaultValue("") String name,
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle) {

        @Override
        public String toString() {
            return "Bucket[" + name + " at " + endpoint + "]";
        }
    }
}
