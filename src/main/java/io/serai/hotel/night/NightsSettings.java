package io.serai.hotel.night;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of nights is written at once.
 *
 * @param maxBody the largest body of a request
 * @param maxCells the most nights that a request may name, each as often as it is named
 * @param atOnce how many requests are written at the same time by this instance
 * @param shown how many of the nights that would change a dry run shows
 */
@ConfigurationProperties("serai.nights")
public record NightsSettings(
        @DefaultValue("256MB") DataSize maxBody,
        @DefaultValue("5000000") long maxCells,
        @DefaultValue("3") int atOnce,
        @DefaultValue("100") int shown) {}
