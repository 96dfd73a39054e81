package io.serai.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.w3c.dom.Element;

/** One call at one of the channel's faces, by a caller who may use it. */
public record Call(Caller caller, Map<String, String> query, byte[] body, String ruid) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The root element of the body; refused as a schema fault when it is not well-formed XML. */
    public Element root() {
        return Xml.parse(body);
    }
}
