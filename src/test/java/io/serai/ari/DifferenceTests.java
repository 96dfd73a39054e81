package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Sending;
import org.junit.jupiter.api.Test;

class DifferenceTests {

    private final AChannel channel = new AChannel();
    private Remote remote = AChannel.rate(1);

    @Test
    void sendsOnlyTheFieldThatDiffers() {
        Cell send =
                difference(
                        cell(100, 120).set(Field.CTA, 1),
                        held(cell(100, 120).set(Field.CTA, 0), 0));

        assertThat(send).isEqualTo(Cell.empty(2).set(Field.CTA, 1));
    }

    @Test
    void sendsNothingThatIsHeld() {
        assertThat(difference(cell(100, 120), held(cell(100, 120), 0))).isNull();
    }

    @Test
    void sendsOnlyThePriceThatDiffers() {
        assertThat(difference(cell(100, 125), held(cell(100, 120), 0)))
                .isEqualTo(Cell.empty(2).price(1, 125));
    }

    @Test
    void sendsWhatIsHeldButUnknown() {
        int unknown = Field.CTD.bit() | PriceLayout.OCCUPANCY.bit(0);

        Cell send =
                difference(
                        cell(100, 120).set(Field.CTD, 0),
                        held(cell(100, 120).set(Field.CTD, 0), unknown));

        assertThat(send).isEqualTo(Cell.empty(2).price(0, 100).set(Field.CTD, 0));
    }

    @Test
    void sendsNotWhatTheChannelRefused() {
        Difference.Refused refused =
                (field, value) -> field.equals("price:2") && value.equals("125");

        Cell send =
                Difference.of(
                        channel.terms(remote), cell(101, 125), held(cell(100, 120), 0), refused);

        assertThat(send).isEqualTo(Cell.empty(2).price(0, 101));
    }

    @Test
    void sendsFieldsThatBelongTogetherTogetherWhileOneOfThemIsNotCertain() {
        channel.together("min-through", "max-through");
        Cell wanted = cell(100, 120).set(Field.MIN_THROUGH, 2).set(Field.MAX_THROUGH, 7);
        Cell holds = cell(100, 120).set(Field.MIN_THROUGH, 3).set(Field.MAX_THROUGH, 7);
        Cell both = Cell.empty(2).set(Field.MIN_THROUGH, 2).set(Field.MAX_THROUGH, 7);

        assertThat(difference(wanted, held(cell(100, 120).set(Field.MIN_THROUGH, 3), 0)))
                .isEqualTo(both);
        assertThat(difference(wanted, held(holds, Field.MIN_THROUGH.bit()))).isEqualTo(both);
        assertThat(difference(wanted, held(holds, Field.MAX_THROUGH.bit()))).isEqualTo(both);
    }

    @Test
    void sendsWithAFieldWhatTheChannelRefusedOfItsCompanion() {
        channel.together("min-through", "max-through");
        Cell wanted = cell(100, 120).set(Field.MIN_THROUGH, 2).set(Field.MAX_THROUGH, 7);
        Cell holds = cell(100, 120).set(Field.MIN_THROUGH, 3).set(Field.MAX_THROUGH, 5);
        Difference.Refused refused = (field, value) -> field.equals("max-through");

        assertThat(Difference.of(channel.terms(remote), wanted, held(holds, 0), refused))
                .isEqualTo(Cell.empty(2).set(Field.MIN_THROUGH, 2).set(Field.MAX_THROUGH, 7));
    }

    @Test
    void sendsAFieldAloneWhoseCompanionIsHeldAsItIsWanted() {
        channel.together("min-through", "max-through");
        Cell wanted = cell(100, 120).set(Field.MIN_THROUGH, 2).set(Field.MAX_THROUGH, 7);
        Cell holds = cell(100, 120).set(Field.MIN_THROUGH, 3).set(Field.MAX_THROUGH, 7);

        assertThat(difference(wanted, held(holds, 0)))
                .isEqualTo(Cell.empty(2).set(Field.MIN_THROUGH, 2));
    }

    @Test
    void sendsAllPricesToAChannelThatReplacesThem() {
        channel.prices(Sending.VECTOR);

        assertThat(difference(cell(100, 125), held(cell(100, 120), 0))).isEqualTo(cell(100, 125));
        assertThat(difference(cell(100, Cell.NONE), held(cell(100, 120), 0)))
                .isEqualTo(cell(100, Cell.NONE));
        assertThat(difference(cell(100, 120), held(cell(100, 120), 0))).isNull();
    }

    @Test
    void sendsNotAVectorOfPricesThatTheChannelRefused() {
        channel.prices(Sending.VECTOR);

        Cell send =
                Difference.of(
                        channel.terms(remote),
                        cell(100, 125),
                        held(cell(100, 120), 0),
                        (field, value) -> field.equals("price:2") && value.equals("125"));

        assertThat(send).isNull();
    }

    @Test
    void sendsPricesByStayAsAWholeOrNotAtAll() {
        remote = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY, 1, 3);

        assertThat(difference(cell(100, 190, 270), held(cell(100, 190, 280), 0)))
                .isEqualTo(cell(100, 190, 270));
        assertThat(difference(cell(100, 190, 270), held(cell(100, 190, 270), 0))).isNull();
        assertThat(difference(cell(100, 190, 270), held(cell(100, 190, 270), PriceLayout.WHOLE)))
                .isEqualTo(cell(100, 190, 270));
        assertThat(
                        Difference.of(
                                channel.terms(remote),
                                cell(100, 190, 270),
                                held(cell(100, 190, 280), 0),
                                (field, value) ->
                                        field.equals("stay-price") && value.equals("100,190,270")))
                .isNull();
    }

    private Cell difference(Cell wanted, Held held) {
        return Difference.of(channel.terms(remote), wanted, held, Difference.Refused.NOTHING);
    }

    private static Held held(Cell cell, int unknown) {
        return new Held(cell, unknown);
    }

    private static Cell cell(long... prices) {
        Cell cell = Cell.empty(prices.length);
        for (int position = 0; position < prices.length; position++) {
            cell.price(position, prices[position]);
        }
        return cell;
    }
}
