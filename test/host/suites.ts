// Every suite that runs inside VS Code, in both extension hosts.
import "./opening.suite.js";
