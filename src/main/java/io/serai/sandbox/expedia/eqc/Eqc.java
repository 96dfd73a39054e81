package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/** What all XML faces share: reading a request, who calls, one connection at a time, refusals. */
public final class Eqc {

    /** A transient failure, where nothing says which. */
    private static final int TRANSIENT = 4000;

    private static final int LONGEST_TEXT = 1024;
    private static final int LONGEST_ID = 18;

    private final Accounts accounts;
    private final Hotels hotels;
    private final boolean oneConnectionForAll;
    private final Set<String> connected = ConcurrentHashMap.newKeySet();

    Eqc(Accounts accounts, Hotels hotels, boolean oneConnectionForAll) {
        this.accounts = accounts;
        this.hotels = hotels;
        this.oneConnectionForAll = oneConnectionForAll;
    }

    /** A request that may be looked into, and who sent it. */
    record Request(Element root, Account account) {}

    /** Refused with 2002, 2010, 3010 or 1001. */
    Request open(Call call, Message message) {
        var root = parse(call);
        message.check(root);
        var signIn = Xml.children(root, "Authentication").get(0);
        var account =
                accounts.signedIn(signIn.getAttribute("username"), signIn.getAttribute("password"))
                        .orElseThrow(() -> refused(1001, "Bad user name or password"));
        return new Request(root, account);
    }

    /** The hotel that the request names; refused with 3202. */
    Hotel hotel(Request request) {
        var id = Xml.children(request.root(), "Hotel").get(0).getAttribute("id").strip();
        return (id.length() > LONGEST_ID ? Optional.<Hotel>empty() : find(request, id))
                .orElseThrow(() -> refused(3202, "Hotel " + id + " is none of yours"));
    }

    private Optional<Hotel> find(Request request, String id) {
        return hotels.of(request.account(), Long.parseLong(id));
    }

    /** Refused with 3210 while another call of the hotel has not been answered yet. */
    void connect(Call call, String hotel, Message message) {
        var key = oneConnectionForAll ? hotel : hotel + " " + message.request();
        if (!connected.add(key)) {
            throw refused(3210, "Hotel " + hotel + " has a connection already");
        }
        call.afterwards().add(() -> connected.remove(key));
    }

    private static Element parse(Call call) {
        try {
            return Xml.parse(call.body());
        } catch (Refusal refusal) {
            throw refused(2002, "The message is not well-formed XML");
        }
    }

    /** An error is an answer, so its status is 200. */
    static Refusal refused(int code, String words) {
        return new Refusal(200, String.valueOf(code), words);
    }

    static Dialect dialect(Message message) {
        return (refusal, ref) ->
                answer(
                        refusal.status(),
                        message.around(error(code(refusal), refusal.words(), ref)),
                        ref);
    }

    private static String code(Refusal refusal) {
        return refusal.code().length() == 4 ? refusal.code() : String.valueOf(TRANSIENT);
    }

    static String error(String code, String words, String ref) {
        return "<Error code=\"%s\">%s</Error>".formatted(code, text(words, ref));
    }

    /** A text, as XML, that ends with the reference. */
    static String text(String words, String ref) {
        return Xml.escape(plain(words, ref));
    }

    /** A text that ends with the reference. */
    static String plain(String words, String ref) {
        var end = ". Ref=[" + ref + "]";
        var most = LONGEST_TEXT - end.length();
        return (words.length() > most ? words.substring(0, most) : words) + end;
    }

    static Answer answer(int status, String body, String ref) {
        return Answer.of(status, "text/xml;charset=UTF-8", body).with("Transaction-ID", ref);
    }
}
