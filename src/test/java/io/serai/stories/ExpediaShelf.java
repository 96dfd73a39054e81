package io.serai.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads what Expedia's Product API shows of a house. */
final class ExpediaShelf {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ExpediaShelf() {}

    /**
     * The entity of an answer.
     *
     * @param path below the hotel's
     * @param version of the media type, as v3
     */
    static JsonNode read(ExpediaHouse house, String path, String version) {
        return of(house, Integer.toString(house.number()), path, version);
    }

    /**
     * As {@link #read}, of any hotel of the house's account.
     *
     * @param hotel its number at Expedia
     */
    static JsonNode of(ExpediaHouse house, String hotel, String path, String version) {
        String type = "application/vnd.expedia.eps.product-" + version + "+json";
        byte[] login = (house.account() + ":open sesame").getBytes(StandardCharsets.UTF_8);
        URI place = URI.create(house.serai().standInUrl("expedia") + "/properties/" + hotel + path);
        try {
            String body =
                    HTTP.send(
                                    HttpRequest.newBuilder(place)
                                            .header("Accept", type)
                                            .header("Content-Type", type)
                                            .header(
                                                    "Authorization",
                                                    "Basic "
                                                            + Base64.getEncoder()
                                                                    .encodeToString(login))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            return new ObjectMapper().readTree(body).path("entity");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
