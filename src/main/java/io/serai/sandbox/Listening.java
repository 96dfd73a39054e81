package io.serai.sandbox;

/**
 * Where one stand-in listens.
 *
 * @param port TCP port; 0 takes a free one
 * @param calls the table of its record of calls
 */
record Listening(int port, String calls) {}
