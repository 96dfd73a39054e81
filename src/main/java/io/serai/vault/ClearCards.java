package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens cards, for what sends one to a gateway or shows one to somebody who may see it. Nothing
 * else has a reason to ask.
 */
public final class ClearCards {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final CardFields names;

    ClearCards(JdbcClient jdbc, Sealer sealer, CardFields names) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.names = names;
    }

    /**
     * The card of a token; empty when the vault keeps it no more.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public Optional<ClearCard> open(CardToken token) {
        return jdbc.sql("select sealed, code_sealed, expires_on from cards where token = ?")
                .param(token.value())
                .query(
                        (row, number) ->
                                card(
                                        row.getBytes(1),
                                        row.getBytes(2),
                                        row.getObject(3, LocalDate.class)))
                .optional();
    }

    private ClearCard card(byte[] sealed, byte[] codeSealed, LocalDate expires) {
        try {
            Map<String, String> fields =
                    JSON.readValue(sealer.open(sealed, CardVault.CARD), new TypeReference<>() {});
            String code =
                    codeSealed == null
                            ? null
                            : new String(sealer.open(codeSealed, CardVault.CODE), UTF_8);
            return new ClearCard(
                    names.number(fields),
                    code,
                    expires,
                    names.printed(fields).orElse(null),
                    names.holder(fields).orElse(null));
        } catch (IOException unquotable) {
            throw new IllegalArgumentException("a sealed card: its fields are not JSON");
        }
    }
}
