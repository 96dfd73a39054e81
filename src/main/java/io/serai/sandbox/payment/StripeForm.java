package io.serai.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.sandbox.wire.Call;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** A body of application/x-www-form-urlencoded. */
final class StripeForm {

    private StripeForm() {}

    static Map<String, String> read(Call call) {
        Map<String, String> form = new HashMap<>();
        for (String pair : call.text().split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, sign), UTF_8),
                        URLDecoder.decode(pair.substring(sign + 1), UTF_8));
            }
        }
        return form;
    }

    /** The amount in the smallest unit of its currency; 0 where none is said. */
    static long amount(Map<String, String> form) {
        String said = form.getOrDefault("amount", "");
        return said.matches("[0-9]{1,12}") ? Long.parseLong(said) : 0;
    }
}
