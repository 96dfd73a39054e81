package io.serai.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class DoorRefusalsTests {

    private final Message answer = new DefaultExchange(new DefaultCamelContext()).getMessage();

    @Test
    void isLaterWhereACallHadNoTurnYet() {
        answer.setHeader("Serai-Limited", "true");
        answer.setBody("the limit of rates");

        PushAnswer became = DoorRefusals.settle(answer, 12);

        assertThat(became.outcome()).isEqualTo(Outcome.LATER);
        assertThat(became.retryAfter()).isEqualTo(12);
        assertThat(became.items().get(0).words()).isEqualTo("the limit of rates");
    }

    @Test
    void tellsAnAccountWithoutATokenFromACallWithoutATurn() {
        answer.setHeader("Serai-Limited", "true");
        String noTurn = DoorRefusals.settle(answer, 1).items().get(0).code();
        answer.setHeader("Serai-No-Access", "true");
        String noToken = DoorRefusals.settle(answer, 1).items().get(0).code();

        assertThat(noTurn).isEqualTo("limited");
        assertThat(noToken).isEqualTo("no-access");
    }

    @Test
    void isBrokenWhereTheAccountIsWhateverTheChannelSaysOfStatuses() {
        answer.setHeader("Serai-Broken", "token exchange: 401");

        PushAnswer became = DoorRefusals.settle(answer, null);

        assertThat(became.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(became.items().get(0).outcome()).isEqualTo(Meaning.BROKEN);
        assertThat(became.items().get(0).words()).isEqualTo("token exchange: 401");
    }

    @Test
    void saysNothingOfACallThatWasMade() {
        assertThat(DoorRefusals.settle(answer, null)).isNull();
    }
}
