package io.serai.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The parameters of an address; of a repeated one the first counts. */
final class Query {

    private Query() {}

    static Map<String, String> of(HttpServletRequest request) {
        var text = request.getQueryString();
        if (text == null) {
            return Map.of();
        }
        return UriComponentsBuilder.newInstance()
                .query(text)
                .build()
                .getQueryParams()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().get(0) != null)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        UriUtils.decode(
                                                e.getValue().get(0).replace('+', ' '),
                                                StandardCharsets.UTF_8)));
    }
}
