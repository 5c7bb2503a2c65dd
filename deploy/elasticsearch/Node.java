import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node from its jars: {@code java -cp "HOME/lib/*" Node.java HOME setting=value …}.
 * SIGTERM closes the node.
 */
public class Node {
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Map<String, String> settings = new HashMap<>();
    settings.put("path.home", home.toString());
    for (int place = 1; place < arguments.length; place++) {
      int sign = arguments[place].indexOf('=');
      settings.put(arguments[place].substring(0, sign), arguments[place].substring(sign + 1));
    }
    LogConfigurator.configureESLogging();
    Environment environment = InternalSettingsPreparer.prepareEnvironment(
        Settings.EMPTY, settings, home.resolve("config"), () -> "node");
    LogConfigurator.configureWithoutConfig(environment.settings());
    PluginsLoader plugins = PluginsLoader.createPluginsLoader(
        PluginsLoader.loadModulesBundles(environment.modulesDir()),
        PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
        Map.of(),
        false);
    var node = new org.elasticsearch.node.Node(environment, plugins);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception fault) {
        System.err.println("The node did not close cleanly: " + fault);
      }
      closed.countDown();
    }));
    node.start();
    closed.await();
  }
}
