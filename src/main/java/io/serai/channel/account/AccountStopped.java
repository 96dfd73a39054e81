package io.serai.channel.account;

/**
 * A channel said of an account that none of its calls is of any use.
 *
 * @param account the account
 * @param words what the channel said
 */
public record AccountStopped(long account, String words) {}
