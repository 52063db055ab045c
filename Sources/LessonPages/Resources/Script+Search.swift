extension Script {
    /// Search over the course. Its index is a script beside the course page, loaded when search is first opened.
    static let search = #"""
        var searchButton = document.querySelector(".search-button"), dialog = document.querySelector("dialog.search");
        if (searchButton && dialog && dialog.showModal) {
          var base = root.dataset.root || "";
          var field = dialog.querySelector("input"), list = dialog.querySelector(".search-results"), status = dialog.querySelector(".search-status");
          searchButton.hidden = false;
          var state = 0;
          var load = function () {
            if (state) return;
            state = 1;
            var script = document.createElement("script");
            script.src = base + "search-index.js";
            script.onload = function () { state = 2; find(); };
            script.onerror = function () { status.textContent = "The search index is missing: render the course again."; };
            document.head.append(script);
          };
          var open = function () { load(); dialog.showModal(); field.focus(); field.select(); };
          searchButton.addEventListener("click", open);
          dialog.querySelector("button").addEventListener("click", function () { dialog.close(); });
          dialog.addEventListener("click", function (e) { if (e.target === dialog) dialog.close(); });
          addEventListener("keydown", function (e) {
            if (e.key === "/" && !dialog.open && !/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { e.preventDefault(); open(); }
            // A search field would only lose its words at the first Escape.
            if (dialog.open && e.key === "Escape") { e.preventDefault(); dialog.close(); }
            if (dialog.open && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
              var all = [field].concat(Array.from(list.querySelectorAll("a")));
              var next = all.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1);
              if (all[next]) { e.preventDefault(); all[next].focus(); }
            }
          });
          field.addEventListener("input", function () { find(); });
          var words = function () { return field.value.toLowerCase().split(/\s+/).filter(Boolean); };
          var marked = function (element, text, terms) {
            var low = text.toLowerCase(), at = 0;
            while (at < text.length) {
              var best = -1, length = 0;
              terms.forEach(function (t) { var i = low.indexOf(t, at); if (i >= 0 && (best < 0 || i < best)) { best = i; length = t.length; } });
              if (best < 0 || low.length !== text.length) break;
              element.append(text.slice(at, best));
              var m = document.createElement("mark");
              m.textContent = text.slice(best, best + length);
              element.append(m);
              at = best + length;
            }
            element.append(text.slice(at));
          };
          var find = function () {
            list.textContent = "";
            var terms = words();
            if (state !== 2 || !terms.length) { status.textContent = state === 2 ? "" : status.textContent; return; }
            var hits = [];
            (window.lessonsSearchIndex || []).forEach(function (lesson, order) {
              lesson.sections.forEach(function (section, place) {
                var heading = (lesson.title + " " + section[1]).toLowerCase(), text = section[2].toLowerCase(), score = 0;
                var every = terms.every(function (t) {
                  if (heading.indexOf(t) >= 0) { score += 5; return true; }
                  if (text.indexOf(t) >= 0) { score += 1; return true; }
                  return false;
                });
                if (every) hits.push({ lesson: lesson, section: section, score: score, order: order * 10000 + place });
              });
            });
            hits.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
            status.textContent = hits.length === 0 ? "Nothing found." : hits.length === 1 ? "One place." : hits.length + " places" + (hits.length > 30 ? ", the first 30 shown." : ".");
            hits.slice(0, 30).forEach(function (hit) {
              var item = document.createElement("li"), link = document.createElement("a");
              link.href = base + hit.lesson.page + (hit.section[0] ? "#" + encodeURIComponent(hit.section[0]) : "");
              link.addEventListener("click", function () { dialog.close(); });
              var title = document.createElement("b"), where = document.createElement("small"), text = document.createElement("small");
              marked(title, hit.section[1] || hit.lesson.title, terms);
              where.textContent = hit.section[1] ? hit.lesson.title : "";
              var low = hit.section[2].toLowerCase(), first = terms.map(function (t) { return low.indexOf(t); }).filter(function (i) { return i >= 0; });
              var start = first.length ? Math.max(0, Math.min.apply(null, first) - 50) : 0;
              marked(text, (start > 0 ? "…" : "") + hit.section[2].slice(start, start + 150), terms);
              link.append(title, where, text);
              item.append(link);
              list.append(item);
            });
          };
        }
        """#
}
