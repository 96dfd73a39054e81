package io.serai.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what channels say of bookings' money, and knows who takes the guest's. */
@Component("paymentBook")
public class PaymentBook {

    private final PictureRows rows;
    private final ObjectMapper json;

    PaymentBook(PictureRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** Who takes the guest's money of a booking: channel, hotel or unknown. */
    public String collector(long account, String number) {
        return rows.collector(account, number).orElse("unknown");
    }

    /**
     * Keeps a picture; what it does not say stays as it was.
     *
     * @param picture as {@code payment-read.json} has it
     * @throws IllegalArgumentException when the account has no such booking
     */
    @Transactional
    public void take(@Body String picture, @Header("Serai-Account") long account)
            throws JsonProcessingException {
        PaymentPicture said = json.readValue(picture, PaymentPicture.class);
        PictureRows.Whose whose =
                rows.find(account, said.number())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "number: '%s' (expected: a reservation of account %d)"
                                                        .formatted(said.number(), account)));
        rows.keep(whose, said);
    }
}
