package io.serai.reservation;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import org.w3c.dom.NodeList;

/**
 * The reservations of an XML answer as a text each. Several are taken in at the same time, and
 * nodes of one document must not be read by several threads, not even only read.
 */
@Component("reservationTexts")
public class ReservationTexts {

    private final TransformerFactory factory = TransformerFactory.newDefaultInstance();

    /**
     * @param nodes of one document
     * @throws TransformerException if one cannot be written
     */
    public List<String> of(@Body NodeList nodes) throws TransformerException {
        var transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var texts = new ArrayList<String>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            var text = new StringWriter();
            transformer.transform(new DOMSource(nodes.item(i)), new StreamResult(text));
            texts.add(text.toString());
        }
        return texts;
    }
}
