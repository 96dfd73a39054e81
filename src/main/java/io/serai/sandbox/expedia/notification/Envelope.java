package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** Writes a notification: the SOAP envelope with its header, and the reservation in it. */
final class Envelope {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String HEADER = "http://www.newtrade.com/expedia/R14/header";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private final Account account;
    private final Transaction transaction;
    private final Kind kind;
    private final Tags tags = new Tags();

    Envelope(Account account, Transaction transaction) {
        this.account = account;
        this.transaction = transaction;
        this.kind = Kind.of(transaction.type());
    }

    /** A time of a message. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    String write(Reservation reservation) {
        tags.open("soap-env:Envelope", "xmlns:soap-env", SOAP).open("soap-env:Header");
        header();
        tags.close("soap-env:Header").open("soap-env:Body");
        tags.open(
                kind.request(),
                "xmlns",
                Xml.OTA,
                "EchoToken",
                transaction.id(),
                "TimeStamp",
                time(transaction.created()),
                "Target",
                "Production",
                "Version",
                "1.000",
                "PrimaryLangID",
                "en-us",
                kind == Kind.CANCELLED ? "CancelType" : "ResStatus",
                "Commit");
        reservation.write(tags, kind);
        tags.close(kind.request(), "soap-env:Body", "soap-env:Envelope");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + tags;
    }

    private void header() {
        var signIn = Objects.requireNonNull(account.notification());
        tags.open("Interface", "xmlns", HEADER, "Name", "ExpediaDirectConnect", "Version", "4.0");
        tags.open(
                "PayloadInfo",
                "RequestId",
                transaction.id(),
                "RequestorId",
                "Expedia.com",
                "ResponderId",
                account.partner(),
                "ExpirationDateTime",
                time(transaction.expires()),
                "Location",
                "Body");
        tags.open(
                        "CommDescriptor",
                        "SourceId",
                        "ExpediaDC",
                        "DestinationId",
                        account.partner(),
                        "RetryIndicator",
                        transaction.tries() > 1)
                .empty("Authentication", "Username", signIn.user(), "Password", signIn.password())
                .close("CommDescriptor");
        tags.open("PayloadDescriptor", "Name", kind.request(), "Version", "2003A")
                .empty(
                        "PayloadReference",
                        "SupplierHotelCode",
                        transaction.hotel(),
                        "DistributorHotelId",
                        transaction.hotel())
                .close("PayloadDescriptor", "PayloadInfo", "Interface");
    }
}
