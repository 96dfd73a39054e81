package io.serai.api;

import java.time.LocalDate;

/**
 * A connection that something is asked for.
 *
 * @param id its key
 * @param hotel the hotel's key
 * @param account the account's key; 0 while it is not taken in
 * @param provider the channel's code
 * @param state new, reading, open, broken or disconnected
 * @param open whether it sells
 * @param today today at the hotel
 * @param last the last night that is sold
 */
record Target(
        int id,
        int hotel,
        long account,
        String provider,
        String state,
        boolean open,
        LocalDate today,
        LocalDate last) {}
