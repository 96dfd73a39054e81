package io.serai.console.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Has a call by https to a named proxy be one by https for all that follows: the session's cookie
 * and addresses that are made of the request among it.
 */
final class ProxyValve extends ValveBase {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final NamedProxies proxies;

    ProxyValve(NamedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (proxies.said(request.getRemoteAddr(), request.getHeaders(NamedProxies.HEADER))
                == NamedProxies.Said.HTTPS) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
            if (request.getServerPort() == HTTP) {
                request.setServerPort(HTTPS);
            }
        }
        getNext().invoke(request, response);
    }
}
