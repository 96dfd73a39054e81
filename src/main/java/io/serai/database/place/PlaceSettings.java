package io.serai.database.place;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code serai.db.place}.
 *
 * @param file what this instance saw of its database last; not to be restored together with it
 */
@ConfigurationProperties("serai.db.place")
record PlaceSettings(@DefaultValue("data/database.json") Path file) {}
