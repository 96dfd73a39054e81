package io.serai.reservation;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The reservations of an XML answer as a text each. Several are taken in at the same time, and
 * nodes of one document must not be read by several threads, not even only read.
 */
@Component("reservationTexts")
public class ReservationTexts {

    /** The variable with the texts that are to be taken one after the other, afterwards. */
    public static final String LATER = "later";

    /** Of an answer that those who are taken at the same time are from. */
    private static final int PLACES = 8;

    private final TransformerFactory texts = TransformerFactory.newDefaultInstance();
    private final XPathFactory paths = XPathFactory.newDefaultInstance();

    /**
     * The first text of each reservation: none of these depends on another. They come from several
     * places of the answer in turn: neighbours there mostly are of one hotel, whose revisions are
     * numbered one after the other. What an answer says more of one of them is left in the variable
     * {@code later}, in its order.
     *
     * @param reservations nodes of one document
     * @param numberAt XPath from such a node to its number
     * @throws TransformerException if one cannot be written
     * @throws XPathExpressionException if the path is none
     */
    public List<String> first(
            Exchange exchange, @Body NodeList reservations, @Variable("number-at") String numberAt)
            throws TransformerException, XPathExpressionException {
        var number = paths.newXPath().compile(numberAt);
        var known = new HashSet<String>();
        var first = new ArrayList<String>(reservations.getLength());
        var later = new ArrayList<String>();
        for (int i = 0; i < reservations.getLength(); i++) {
            var reservation = reservations.item(i);
            (known.add(number.evaluate(alone(reservation))) ? first : later).add(text(reservation));
        }
        exchange.setVariable(LATER, later);
        return spread(first);
    }

    private List<String> spread(List<String> texts) {
        var step = (texts.size() + PLACES - 1) / PLACES;
        return IntStream.range(0, step)
                .flatMap(from -> IntStream.iterate(from, n -> n < texts.size(), n -> n + step))
                .mapToObj(texts::get)
                .toList();
    }

    /** A copy without the rest of the answer: a path looks at all that hangs together. */
    private static Node alone(Node reservation) {
        return reservation.cloneNode(true);
    }

    private String text(Node reservation) throws TransformerException {
        var writer = texts.newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        writer.transform(new DOMSource(reservation), new StreamResult(text));
        return text.toString();
    }
}
