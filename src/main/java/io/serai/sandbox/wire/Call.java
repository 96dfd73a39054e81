package io.serai.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.w3c.dom.Element;

/**
 * One call at one of the channel's faces, by a caller who may use it.
 *
 * @param variables the parts of the path that the face's path names in braces
 * @param ruid the channel's number of the answer
 * @param afterwards what is to be done once the answer was sent; a face may add to it
 */
public record Call(
        Caller caller,
        Map<String, String> variables,
        Map<String, String> query,
        HttpHeaders headers,
        byte[] body,
        String ruid,
        List<Runnable> afterwards) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The root element of the body; refused as a schema fault when it is not well-formed XML. */
    public Element root() {
        return Xml.parse(body);
    }
}
