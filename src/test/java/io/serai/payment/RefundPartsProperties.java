package io.serai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class RefundPartsProperties {

    @Property
    void givesBackExactlyTheAmountAndNoMoreOfAChargeThanIsLeft(
            @ForAll("charges") List<RefundParts.Charge> charges,
            @ForAll @LongRange(min = 1, max = 300_000) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        if (amount.compareTo(RefundParts.left(charges)) > 0) {
            assertThatThrownBy(() -> RefundParts.of(charges, amount))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }

        List<RefundParts.Part> parts = RefundParts.of(charges, amount);

        assertThat(
                        parts.stream()
                                .map(RefundParts.Part::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
        assertThat(parts).allSatisfy(part -> assertThat(part.amount()).isPositive());
        assertThat(parts)
                .allSatisfy(
                        part ->
                                assertThat(part.amount())
                                        .isLessThanOrEqualTo(
                                                charges.get((int) part.charge()).left()));
        assertThat(parts).extracting(RefundParts.Part::charge).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<RefundParts.Charge>> charges() {
        return Arbitraries.longs()
                .between(0, 100_000)
                .list()
                .ofMaxSize(5)
                .map(
                        lefts -> {
                            List<RefundParts.Charge> charges = new ArrayList<>();
                            for (Long left : lefts) {
                                charges.add(
                                        new RefundParts.Charge(
                                                charges.size(),
                                                "sandbox",
                                                BigDecimal.valueOf(left, 2)));
                            }
                            return charges;
                        });
    }
}
