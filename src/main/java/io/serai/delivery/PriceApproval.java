package io.serai.delivery;

import java.util.Arrays;

/**
 * Prices that a person has approved.
 *
 * @param id its key
 * @param product the product
 * @param first the first night of one of its ranges, in days since 1970-01-01
 * @param beyond the night after that range's last
 * @param prices what was approved, in the hotel's terms
 */
record PriceApproval(long id, int product, int first, int beyond, long[] prices) {

    boolean covers(int day) {
        return first <= day && day < beyond;
    }

    boolean isOf(long[] others) {
        return Arrays.equals(prices, others);
    }

    /**
     * A night for which approved prices are not wanted any more.
     *
     * @param approval the approval's key
     * @param day the night, in days since 1970-01-01
     */
    record Ended(long approval, int day) {}
}
