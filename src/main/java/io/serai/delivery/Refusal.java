package io.serai.delivery;

/**
 * A value that a channel refused, or does not take, for some nights.
 *
 * @param id its key
 * @param remote the channel's room or rate
 * @param first the first night of one of its ranges, in days since 1970-01-01
 * @param beyond the night after that range's last
 * @param field the field's name
 * @param value the refused value
 * @param notTaken whether the channel's file says that the channel does not take the field
 */
record Refusal(
        long id, int remote, int first, int beyond, String field, String value, boolean notTaken) {

    boolean covers(int day) {
        return first <= day && day < beyond;
    }
}
