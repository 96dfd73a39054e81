package io.serai.content.photo;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a picture to whoever knows its address; one that was taken away is not shown any more. */
@Component("publicPhotos")
public class PublicPhotos {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final JdbcClient jdbc;
    private final PhotoStore store;

    PublicPhotos(JdbcClient jdbc, PhotoStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Answers 200 with the picture, or 404 without a word about what there is. */
    public void show(@Header("file") String file, Exchange exchange) {
        Optional<String> type = PhotoAddresses.tokenOf(file).flatMap(this::type);
        Optional<byte[]> content = type.flatMap(known -> store.find(PhotoAddresses.kept(file)));
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        if (content.isPresent()) {
            answer.setHeader(Exchange.CONTENT_TYPE, type.orElseThrow());
            answer.setHeader("Cache-Control", FOR_EVER);
            answer.setBody(content.get());
        } else {
            answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 404);
            answer.setHeader(Exchange.CONTENT_TYPE, "text/plain");
            answer.setBody("no such picture");
        }
    }

    private Optional<String> type(String token) {
        return jdbc.sql("select type from photos where token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }
}
