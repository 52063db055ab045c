extension Script {
    /// Play, pause, step and slider for a figure that moves. It stands still at first for those who asked for less motion.
    static let player = #"""
        var calm = matchMedia("(prefers-reduced-motion: reduce)");
        document.querySelectorAll(".animation").forEach(function (figure) {
          var light = (figure.dataset.frames || "").split(" ").filter(Boolean);
          var dark = (figure.dataset.darkFrames || "").split(" ").filter(Boolean);
          var image = figure.querySelector("img"), bar = figure.querySelector(".player");
          if (light.length < 2 || !image || !bar) return;
          var interval = Math.max(20, Number(figure.dataset.interval) || 100);
          var frame = 0, timer = 0, kept = [];
          function frames() { return isDark() && dark.length === light.length ? dark : light; }
          function make(label, text, action) {
            var button = document.createElement("button");
            button.type = "button";
            button.textContent = text;
            button.setAttribute("aria-label", label);
            button.addEventListener("click", action);
            bar.append(button);
            return button;
          }
          var back = make("Previous frame", "◂", function () { stop(); show(frame - 1); });
          var toggle = make("Play", "▶", function () { if (timer) stop(); else play(); });
          make("Next frame", "▸", function () { stop(); show(frame + 1); });
          var slider = document.createElement("input");
          slider.type = "range";
          slider.min = 1;
          slider.max = light.length;
          slider.value = 1;
          slider.setAttribute("aria-label", "Frame");
          slider.addEventListener("input", function () { stop(); show(slider.value - 1); });
          var label = document.createElement("output");
          bar.append(slider, label);
          figure.querySelectorAll("source").forEach(function (s) { s.remove(); });
          function show(index) {
            frame = (index + light.length) % light.length;
            image.src = frames()[frame];
            slider.value = frame + 1;
            label.textContent = (frame + 1) + " of " + light.length;
          }
          function play() {
            if (!kept.length) kept = frames().map(function (f) { var i = new Image(); i.src = f; return i; });
            timer = setInterval(function () { show(frame + 1); }, interval);
            toggle.textContent = "❚❚";
            toggle.setAttribute("aria-label", "Pause");
          }
          function stop() {
            clearInterval(timer);
            timer = 0;
            toggle.textContent = "▶";
            toggle.setAttribute("aria-label", "Play");
          }
          themeListeners.push(function () { kept = []; show(frame); });
          show(0);
          if (!calm.matches) play();
          calm.addEventListener("change", function () { if (calm.matches) stop(); });
        });
        """#
}
