package io.serai.delivery;

/**
 * A value that a channel refused, or that it is not told, for some nights.
 *
 * @param id its key
 * @param remote the channel's room or rate
 * @param first the first night of one of its ranges, in days since 1970-01-01
 * @param beyond the night after that range's last
 * @param field the field's name
 * @param value the refused value
 * @param own whether Serai says so and not the channel: it is said anew at each look
 */
record Refusal(
        long id, int remote, int first, int beyond, String field, String value, boolean own) {

    boolean covers(int day) {
        return first <= day && day < beyond;
    }
}
