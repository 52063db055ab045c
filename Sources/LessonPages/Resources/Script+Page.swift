extension Script {
    /// The switch between light and dark; it also moves pictures to their dark twins.
    static let theme = #"""
        var root = document.documentElement;
        var darkQuery = matchMedia("(prefers-color-scheme: dark)");
        var themeListeners = [];
        var printing = false;
        function isDark() { return !printing && (root.dataset.theme ? root.dataset.theme === "dark" : darkQuery.matches); }
        function applyTheme() {
          document.querySelectorAll("source.dark-twin").forEach(function (s) {
            s.media = printing || root.dataset.theme ? (isDark() ? "screen" : "not all") : "screen and (prefers-color-scheme: dark)";
          });
          var button = document.querySelector(".theme-button");
          if (button) { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", isDark() ? "Switch to light colours" : "Switch to dark colours"); }
          themeListeners.forEach(function (f) { f(); });
        }
        var themeButton = document.querySelector(".theme-button");
        if (themeButton) {
          themeButton.hidden = false;
          themeButton.addEventListener("click", function () {
            root.dataset.theme = isDark() ? "light" : "dark";
            try { localStorage.setItem("lessons-theme", root.dataset.theme); } catch (e) {}
            applyTheme();
          });
        }
        darkQuery.addEventListener("change", applyTheme);
        applyTheme();
        addEventListener("afterprint", function () { printing = false; applyTheme(); });
        addEventListener("beforeprint", function () {
          printing = true;
          applyTheme();
          document.querySelectorAll(".text details:not([open])").forEach(function (d) { d.open = true; });
        });
        """#

    /// Marks the section that is being read, folds the contents on small screens, and lets wide blocks be scrolled by key.
    static let contents = #"""
        var contents = document.querySelector(".contents");
        var wide = matchMedia("(min-width: 68rem)");
        if (contents) {
          var fold = function () { contents.open = wide.matches; };
          fold();
          wide.addEventListener("change", fold);
          var links = Array.from(contents.querySelectorAll("a"));
          var targets = links.map(function (a) { return document.getElementById(decodeURIComponent(a.hash.slice(1))); });
          var mark = function () {
            var current = -1;
            var atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
            targets.forEach(function (t, i) { if (t && (t.getBoundingClientRect().top < innerHeight * 0.3 || (atEnd && t.getBoundingClientRect().top < innerHeight))) current = i; });
            links.forEach(function (a, i) { if (i === current) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current"); });
          };
          var waiting = false;
          addEventListener("scroll", function () {
            if (waiting) return;
            waiting = true;
            requestAnimationFrame(function () { waiting = false; mark(); });
          }, { passive: true });
          mark();
        }
        function reachScrollers() {
          document.querySelectorAll("pre, .table-scroll, .formula, .figure.large picture").forEach(function (e) {
            if (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight) e.tabIndex = 0; else e.removeAttribute("tabindex");
          });
        }
        addEventListener("load", reachScrollers);
        addEventListener("resize", reachScrollers);
        """#

    /// A figure that the window makes much smaller than it was drawn can be enlarged; it then scrolls within itself.
    static let figures = #"""
        var figures = Array.from(document.querySelectorAll(".figure")).filter(function (figure) { return figure.querySelector("img"); });
        function measureFigures() {
          figures.forEach(function (figure) {
            var image = figure.querySelector("img");
            var isShrunk = figure.clientWidth < 0.8 * Number(image.getAttribute("width"));
            figure.classList.toggle("shrunk", isShrunk);
            if (!isShrunk && figure.classList.contains("large")) enlarge(figure, false);
          });
        }
        function enlarge(figure, isLarge) {
          figure.classList.toggle("large", isLarge);
          figure.querySelector(".enlarge").textContent = isLarge ? "Whole picture" : "Enlarge";
          reachScrollers();
        }
        figures.forEach(function (figure) {
          var button = document.createElement("button");
          button.type = "button";
          button.className = "enlarge";
          button.textContent = "Enlarge";
          button.addEventListener("click", function () { enlarge(figure, !figure.classList.contains("large")); });
          figure.querySelector("picture").after(button);
        });
        addEventListener("resize", measureFigures);
        measureFigures();
        """#

    static let copy = #"""
        function copyText(text) {
          if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
          return new Promise(function (resolve, reject) {
            var area = document.createElement("textarea");
            area.value = text;
            document.body.append(area);
            area.select();
            var ok = document.execCommand("copy");
            area.remove();
            if (ok) resolve(); else reject();
          });
        }
        document.querySelectorAll(".code").forEach(function (block) {
          var button = document.createElement("button");
          button.className = "copy";
          button.type = "button";
          button.textContent = "Copy";
          button.setAttribute("aria-label", "Copy the code");
          button.addEventListener("click", function () {
            var done = function (word) {
              button.textContent = word;
              button.classList.add("done");
              setTimeout(function () { button.textContent = "Copy"; button.classList.remove("done"); }, 1600);
            };
            copyText(block.querySelector("code").textContent).then(function () { done("Copied"); }, function () { done("Not copied"); });
          });
          block.append(button);
        });
        """#
}
