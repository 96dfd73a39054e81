package io.serai.vault;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has nobody take a heap dump by JMX, where keys and cards would be in clear: what takes one, and
 * what has the JVM take one by itself, is taken off the platform's MBean server. Says so where the
 * JVM was started to write one.
 */
@Component
class HeapDumps {

    private static final Logger log = LoggerFactory.getLogger(HeapDumps.class);
    private static final String BY_ITSELF = "HeapDumpOnOutOfMemoryError";

    @EventListener(ApplicationReadyEvent.class)
    void refuse() throws JMException {
        var diagnostic = new ObjectName("com.sun.management:type=HotSpotDiagnostic");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        if (server.isRegistered(diagnostic)) {
            server.unregisterMBean(diagnostic);
        }
        if (isWrittenByItself()) {
            log.warn(
                    "The JVM writes a heap dump when memory runs out (-XX:+{}): it would hold keys, cards and guests in clear",
                    BY_ITSELF);
        }
    }

    private static boolean isWrittenByItself() {
        var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return options != null && "true".equals(options.getVMOption(BY_ITSELF).getValue());
    }
}
