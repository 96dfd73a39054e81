package io.serai.sandbox.expedia.booking;

/**
 * What a guest, or the channel, asks of the hotel.
 *
 * @param code 1.x bedding, 2.1 and 2.2 smoking, 3 several rooms, 4 free text, 5 payment, 6
 *     promotion
 */
public record SpecialRequest(String code, String text) {

    public static final String FREE_TEXT = "4";
    static final String PAYMENT = "5";
}
