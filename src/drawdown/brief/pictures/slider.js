(function () {
  "use strict";
  document.querySelectorAll(".slider").forEach(function (box) {
    var data = JSON.parse(box.querySelector("script").textContent);
    var map = document.getElementById(data.map);
    var gantt = document.getElementById(data.gantt);
    var range = box.querySelector("input");
    var shown = box.querySelector(".day");
    var play = box.querySelector(".play");
    var begin = Date.parse(data.start + "T00:00:00Z");
    var words = new Intl.DateTimeFormat(data.locale, {
      day: "numeric", month: "long", year: "numeric", timeZone: "UTC"
    });
    var timer = 0;

    function unpack(packed) {
      var found = {};
      Object.keys(packed).forEach(function (name) {
        var parts = packed[name].split(" ");
        found[name] = [];
        for (var i = 0; i < parts.length; i += 2) {
          found[name].push([+parts[i], parts[i + 1] === "-" ? "" : parts[i + 1]]);
        }
      });
      return found;
    }
    function stateOn(changes, day) {
      var state = "";
      for (var i = 0; i < changes.length && changes[i][0] <= day; i++) {
        state = changes[i][1];
      }
      return state;
    }
    function marks(attribute) {
      var found = {};
      if (map) {
        map.querySelectorAll("[" + attribute + "]").forEach(function (mark) {
          found[mark.getAttribute(attribute)] = mark;
        });
      }
      return found;
    }

    var sites = unpack(data.sites), siteMarks = marks("data-site");
    var communities = unpack(data.communities);
    var communityMarks = marks("data-community");
    var legs = unpack(data.legs), traffic = unpack(data.traffic);
    var legMarks = marks("data-leg");
    var counters = document.querySelectorAll("[data-count]");

    function swap(changes, found, day, count) {
      Object.keys(changes).forEach(function (name) {
        var state = stateOn(changes[name], day), mark = found[name];
        if (!state) { return; }
        count[state] = (count[state] || 0) + 1;
        if (mark) { mark.setAttribute("href", "#" + data.map + "-" + state); }
      });
    }
    function show(day) {
      var count = {}, text = words.format(new Date(begin + day * 864e5));
      swap(sites, siteMarks, day, count);
      swap(communities, communityMarks, day, count);
      Object.keys(legMarks).forEach(function (name) {
        var moving = +stateOn(traffic[name] || [], day) || 0;
        var list = legMarks[name].classList;
        list.toggle("closed", stateOn(legs[name] || [], day) === "closed");
        list.toggle("under", moving > 0);
      });
      counters.forEach(function (counter) {
        counter.textContent = count[counter.getAttribute("data-count")] || 0;
      });
      if (gantt) {
        gantt.style.setProperty("--day", day / data.days * 100 + "%");
        gantt.style.setProperty("--moves", "1");
      }
      range.value = day;
      range.setAttribute("aria-valuetext", text);
      shown.textContent = text;
    }
    function go(day) { show(Math.max(0, Math.min(data.days - 1, day))); }
    function stop() {
      clearInterval(timer);
      timer = 0;
      play.textContent = box.getAttribute("data-play");
    }

    range.addEventListener("input", function () { stop(); show(+range.value); });
    range.addEventListener("keydown", function (event) {
      var by = { PageUp: 7, PageDown: -7 }[event.key];
      if (by) { event.preventDefault(); stop(); go(+range.value + by); }
    });
    box.querySelectorAll("[data-by],[data-day]").forEach(function (button) {
      button.addEventListener("click", function () {
        stop();
        var by = button.getAttribute("data-by");
        go(by ? +range.value + +by : +button.getAttribute("data-day"));
      });
    });
    play.addEventListener("click", function () {
      if (timer) { stop(); return; }
      var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (+range.value >= data.days - 1) { show(0); }
      play.textContent = box.getAttribute("data-pause");
      timer = setInterval(function () {
        if (+range.value >= data.days - 1) { stop(); return; }
        go(+range.value + (calm ? 7 : 1));
      }, calm ? 1500 : 120);
    });
    box.hidden = false;
    show(+range.value);
  });
})();
