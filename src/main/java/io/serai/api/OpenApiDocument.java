package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The contract of the REST face, {@code openapi/serai.yaml}. */
@Component("openApiDocument")
public class OpenApiDocument {

    private final JsonNode document;

    OpenApiDocument() throws IOException {
        try (InputStream file = new ClassPathResource("openapi/serai.yaml").getInputStream()) {
            document = new YAMLMapper().readTree(file);
        }
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }
}
