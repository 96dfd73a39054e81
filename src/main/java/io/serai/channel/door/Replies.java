package io.serai.channel.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.DoorHeaders;
import io.serai.channel.account.Access;
import io.serai.channel.wire.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** What the door gives to a route: a channel's answer made safe, or its own refusal. */
final class Replies {

    private static final Set<String> NOT_PASSED_ON = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NOT_PASSED_ON.addAll(
                Set.of(
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.CONTENT_LENGTH,
                        HttpHeaders.CONTENT_ENCODING,
                        HttpHeaders.TRANSFER_ENCODING,
                        HttpHeaders.SET_COOKIE,
                        HttpHeaders.WWW_AUTHENTICATE,
                        HttpHeaders.AUTHORIZATION));
    }

    private Replies() {}

    /** A channel's answer. */
    static ClassicHttpResponse of(Header[] headers, Answer answer, Incoming.Safe safe) {
        ClassicHttpResponse reply = new BasicClassicHttpResponse(answer.status());
        for (Header header : headers) {
            if (!NOT_PASSED_ON.contains(header.getName())
                    && !DoorHeaders.isOurs(header.getName())) {
                reply.addHeader(header);
            }
        }
        safe.headers().forEach(reply::setHeader);
        ContentType type = answer.type();
        reply.setEntity(
                new ByteArrayEntity(
                        safe.body(), type != null && safe.utf8() ? type.withCharset(UTF_8) : type));
        if (type != null) {
            reply.setHeader(HttpHeaders.CONTENT_TYPE, reply.getEntity().getContentType());
        }
        return reply;
    }

    /** Not now: there is no token for the while. */
    static ClassicHttpResponse noAccess(Duration after, String reason) {
        ClassicHttpResponse reply = notNow(after, reason);
        reply.setHeader(DoorHeaders.NO_ACCESS, true);
        return reply;
    }

    /** Not now: the call has no turn under a limit. */
    static ClassicHttpResponse notNow(Duration after, String reason) {
        ClassicHttpResponse reply = refusal(HttpStatus.SC_TOO_MANY_REQUESTS, reason);
        reply.setHeader(HttpHeaders.RETRY_AFTER, Math.max(1, after.plusMillis(999).toSeconds()));
        reply.setHeader(DoorHeaders.LIMITED, true);
        return reply;
    }

    /** The channel refused the account's credentials. */
    static ClassicHttpResponse broken(Access.Broken broken) {
        ClassicHttpResponse reply = refusal(HttpStatus.SC_FORBIDDEN, broken.reason());
        reply.setHeader(DoorHeaders.BROKEN, broken.reason());
        return reply;
    }

    private static ClassicHttpResponse refusal(int status, String reason) {
        ClassicHttpResponse reply = new BasicClassicHttpResponse(status);
        reply.setEntity(new StringEntity(reason, ContentType.TEXT_PLAIN));
        reply.setHeader(HttpHeaders.CONTENT_TYPE, ContentType.TEXT_PLAIN.toString());
        return reply;
    }
}
