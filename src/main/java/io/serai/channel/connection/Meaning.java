package io.serai.channel.connection;

/**
 * What one of a channel's rooms or rates may mean here.
 *
 * @param id the key of the room type, or of the product
 * @param name what the hotel calls it
 * @param code the hotel's code of it
 */
public record Meaning(int id, String name, String code) {}
