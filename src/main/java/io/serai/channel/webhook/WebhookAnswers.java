package io.serai.channel.webhook;

import io.serai.channel.DoorHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** What the route that answers webhook calls gets of them. */
@Component("webhookAnswers")
public class WebhookAnswers {

    /**
     * Puts a call that was proved and committed on the exchange, and nothing else of the request:
     * in the property {@code endpoint} who answers it, if somebody does while the channel waits; in
     * {@code status} what it is answered otherwise.
     */
    public void open(Exchange exchange) {
        Message message = exchange.getMessage();
        HttpServletRequest request =
                message.getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        ReceivedCall call = (ReceivedCall) request.getAttribute(ReceivedCall.ATTRIBUTE);
        message.removeHeaders("*");
        message.setHeader(DoorHeaders.HOOK, call.hook().name());
        Optional.ofNullable(call.kind()).ifPresent(it -> message.setHeader(DoorHeaders.KIND, it));
        Optional.ofNullable(call.account())
                .ifPresent(it -> message.setHeader(DoorHeaders.ACCOUNT, it));
        Optional.ofNullable(call.original())
                .ifPresent(it -> message.setHeader(DoorHeaders.ORIGINAL, Long.toString(it)));
        message.setBody(call.body());
        String port = call.hook().rule().answeredBy();
        if (port != null) {
            exchange.setProperty("endpoint", call.hook().channel().endpoint(port) + "?block=false");
        }
        exchange.setProperty("status", call.hook().rule().answer());
    }
}
