// Every suite that runs inside VS Code, in both extension hosts.
import "./opening.suite.js";
import "./highlights.suite.js";
import "./hover.suite.js";
import "./lists.suite.js";
import "./navigation.suite.js";
import "./editing.suite.js";
import "./reading.suite.js";
import "./sidecar.suite.js";
import "./moving.suite.js";
import "./repairing.suite.js";
import "./versions.suite.js";
import "./hostile.suite.js";
import "./virtual.suite.js";
import "./export.suite.js";
import "./corrections.suite.js";
import "./review.suite.js";
import "./problems.suite.js";
