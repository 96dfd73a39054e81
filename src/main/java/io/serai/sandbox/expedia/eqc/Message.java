package io.serai.sandbox.expedia.eqc;

import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A kind of message: names and namespaces, which are their versions, and what a request may say.
 *
 * @param schema of the request
 */
record Message(
        String request,
        String requestNamespace,
        String answer,
        String answerNamespace,
        Schema schema) {

    static final Message AVAIL_RATE =
            of("AvailRateUpdate", "AR/2011/06", "AR/2007/02", "avail-rate-update");
    static final Message RETRIEVAL =
            of("BookingRetrieval", "BR/2014/01", "BR/2014/01", "booking-retrieval");
    static final Message CONFIRM =
            of("BookingConfirm", "BC/2007/09", "BC/2007/08", "booking-confirm");
    static final Message READ_BACK =
            of("ProductAvailRateRetrieval", "PAR/2013/07", "PAR/2013/07", "product-retrieval");

    private static final String NAMESPACES = "http://www.expediaconnect.com/EQC/";

    private static Message of(String name, String request, String answer, String schema) {
        return new Message(
                name + "RQ", NAMESPACES + request, name + "RS", NAMESPACES + answer, read(schema));
    }

    private static Schema read(String name) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(
                    Objects.requireNonNull(
                            Message.class.getResource("/sandbox/expedia/" + name + ".xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(name + ".xsd is no schema", e);
        }
    }

    /** Refuses what is of another version, or says what no such request may say. */
    void check(Element root) {
        if (!Objects.equals(requestNamespace, root.getNamespaceURI())) {
            throw Eqc.refused(
                    2010,
                    "Unknown namespace '%s' (expected: %s)"
                            .formatted(root.getNamespaceURI(), requestNamespace));
        }
        try {
            schema.newValidator().validate(new DOMSource(root));
        } catch (SAXException e) {
            throw Eqc.refused(3010, "Schema validation failed: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a document in memory cannot be read", e);
        }
    }

    /** An answer around what is already written. */
    String around(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">%s</%s>\n"
                .formatted(answer, answerNamespace, content, answer);
    }
}
