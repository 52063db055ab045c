/// The scripts of every page, compiled in. A page is complete without them, save for search and player.
enum Script {
    /// Runs before the page is drawn, so that a chosen theme does not flash.
    static let early = #"""
        (function(){"use strict";try{var t=localStorage.getItem("lessons-theme");if(t==="dark"||t==="light")document.documentElement.dataset.theme=t}catch(e){}})();
        """#

    /// Runs when the page is there.
    static let late = "(function(){\"use strict\";\n" + [theme, contents, figures, copy, player, search].joined(separator: "\n") + "\n})();\n"
}
