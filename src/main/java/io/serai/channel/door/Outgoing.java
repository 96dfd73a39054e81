package io.serai.channel.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.serai.channel.CredentialPlaceholders;
import io.serai.channel.DoorHeaders;
import io.serai.channel.NotSent;
import io.serai.channel.SignIn;
import io.serai.channel.account.Access;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A request as a route made it, kept so that it can be sent twice with different credentials. */
final class Outgoing {

    private final ClassicHttpRequest request;
    private final byte @Nullable [] body;
    private final @Nullable ContentType type;

    Outgoing(ClassicHttpRequest request) throws IOException {
        this.request = request;
        this.type =
                request.getEntity() == null
                        ? null
                        : ContentType.parseLenient(request.getEntity().getContentType());
        this.body =
                request.getEntity() == null ? null : EntityUtils.toByteArray(request.getEntity());
    }

    long size() {
        return body == null ? 0 : body.length;
    }

    /** What tells the request from others: method, address and a digest of what it carries. */
    String asked() {
        return request.getMethod()
                + " "
                + request.getRequestUri()
                + " "
                + request.getAuthority()
                + " "
                + request.getFirstHeader(HttpHeaders.ACCEPT)
                + " "
                + (body == null ? "" : Incoming.sha256(body));
    }

    /** The request with credentials in it and without what is between a route and the door. */
    ClassicHttpRequest filled(SignIn signIn, Access.Granted access) throws NotSent {
        try {
            ClassicHttpRequest filled = ClassicRequestBuilder.copy(request).build();
            for (Header header : request.getHeaders()) {
                if (DoorHeaders.isOurs(header.getName())) {
                    filled.removeHeaders(header.getName());
                } else if (header.getValue().contains(CredentialPlaceholders.BEGINNING)) {
                    filled.setHeader(header.getName(), plain(header.getValue(), access));
                }
            }
            if (body != null) {
                filled.setEntity(new ByteArrayEntity(body(body, access), type));
            }
            sign(filled, signIn, access);
            return filled;
        } catch (IllegalArgumentException unknown) {
            throw new NotSent(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private static void sign(ClassicHttpRequest filled, SignIn signIn, Access.Granted access) {
        switch (signIn.kind()) {
            case TOKEN -> filled.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + access.token());
            case BASIC ->
                    filled.setHeader(HttpHeaders.AUTHORIZATION, signIn.basic(access.credentials()));
            case HEADER ->
                    filled.setHeader(
                            Objects.requireNonNull(signIn.header(), "header"),
                            plain(Objects.requireNonNull(signIn.value(), "value"), access));
            case NONE -> {}
        }
    }

    private byte[] body(byte[] unfilled, Access.Granted access) {
        Charset charset = type == null ? UTF_8 : type.getCharset(UTF_8);
        String text = new String(unfilled, charset);
        return text.contains(CredentialPlaceholders.BEGINNING)
                ? CredentialPlaceholders.fill(text, access.credentials(), quoting())
                        .getBytes(charset)
                : unfilled;
    }

    /** How a credential is written in a body of this media type, so that none can end its place. */
    private UnaryOperator<String> quoting() {
        String mime = type == null ? "" : type.getMimeType();
        if (mime.endsWith("json")) {
            return value -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
        if (mime.endsWith("xml")) {
            return HtmlUtils::htmlEscapeDecimal;
        }
        return mime.endsWith("x-www-form-urlencoded")
                ? value -> URLEncoder.encode(value, UTF_8)
                : UnaryOperator.identity();
    }

    private static String plain(String text, Access.Granted access) {
        return CredentialPlaceholders.fill(text, access.credentials());
    }
}
