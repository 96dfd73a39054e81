package io.serai.channel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.channel.CredentialPlaceholders;
import io.serai.channel.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Writes the request for a token: JSON or a form, with user and password where they are shown. */
final class TokenRequest {

    private static final JsonMapper JSON = new JsonMapper();

    private TokenRequest() {}

    /**
     * The request with the credentials in it.
     *
     * @throws IllegalArgumentException for a credential that is not there
     */
    static HttpPost of(SignIn signIn, Map<String, String> credentials) {
        HttpPost post = new HttpPost(Objects.requireNonNull(signIn.url(), "url"));
        if (signIn.user() != null) {
            post.setHeader(HttpHeaders.AUTHORIZATION, signIn.basic(credentials));
        }
        post.setEntity(
                signIn.form().isEmpty()
                        ? json(filled(signIn.fields(), credentials))
                        : form(filled(signIn.form(), credentials)));
        return post;
    }

    private static HttpEntity json(Map<String, String> fields) {
        try {
            return new StringEntity(JSON.writeValueAsString(fields), ContentType.APPLICATION_JSON);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("token exchange: fields not to be written as JSON");
        }
    }

    private static HttpEntity form(Map<String, String> fields) {
        List<NameValuePair> pairs =
                fields.entrySet().stream()
                        .<NameValuePair>map(
                                field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList();
        return new UrlEncodedFormEntity(pairs, UTF_8);
    }

    private static Map<String, String> filled(
            Map<String, String> fields, Map<String, String> credentials) {
        Map<String, String> filled = new TreeMap<>();
        fields.forEach(
                (name, value) -> filled.put(name, CredentialPlaceholders.fill(value, credentials)));
        return filled;
    }
}
