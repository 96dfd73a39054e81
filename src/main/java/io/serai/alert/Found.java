package io.serai.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an alert is to be raised for.
 *
 * @param subject what it is about, the same as long as it lasts
 * @param hotel whose it is; null: of an account that serves several, or of Serai itself
 * @param connection that it is about; null: none alone
 * @param account that it is about; null: none
 * @param provider the channel's code; null: it is about none
 * @param severity how much it hurries
 * @param since since when; null: nobody knows
 * @param title in one line, naming channel and hotel
 * @param words the facts with their values; nothing of guests or cards
 * @param page the path of the page where it is mended
 */
public record Found(
        String subject,
        @Nullable Integer hotel,
        @Nullable Integer connection,
        @Nullable Long account,
        @Nullable String provider,
        Severity severity,
        @Nullable Instant since,
        String title,
        String words,
        String page) {}
