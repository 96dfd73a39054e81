package io.serai.content.photo;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Pictures in a bucket of an S3-compatible store. */
final class BucketStore implements PhotoStore, AutoCloseable {

    private final S3Client store;
    private final String bucket;

    BucketStore(PhotoSettings.Bucket settings) {
        bucket = settings.name();
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        // stores other than AWS's know no newer checksums
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (settings.endpoint() != null) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        if (settings.accessKey() != null && settings.secretKey() != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(
                                    settings.accessKey(), settings.secretKey())));
        }
        store = builder.build();
    }

    @Override
    public void put(String name, byte[] content, String type) {
        store.putObject(
                request -> request.bucket(bucket).key(name).contentType(type),
                RequestBody.fromBytes(content));
    }

    @Override
    public Optional<byte[]> find(String name) {
        try {
            return Optional.of(
                    store.getObjectAsBytes(request -> request.bucket(bucket).key(name))
                            .asByteArray());
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public Stream<String> writtenBefore(Instant before) {
        return store.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .filter(file -> file.lastModified().isBefore(before))
                .map(S3Object::key);
    }

    @Override
    public void remove(String name) {
        store.deleteObject(request -> request.bucket(bucket).key(name));
    }

    @Override
    public void close() {
        store.close();
    }
}
