package io.serai.channel.wire;

import io.serai.channel.ChannelUrl;
import io.serai.channel.NotSent;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;

/** Lets nothing leave in plain HTTP but to this machine, wherever its address comes from. */
final class HttpsOnly implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpHost host = scope.route.getTargetHost();
        if (!ChannelUrl.isSafe(host.getSchemeName(), host.getHostName())) {
            throw new NotSent(
                    host + ": not called (expected: https; http only to this machine itself)",
                    null);
        }
        return chain.proceed(request, scope);
    }
}
