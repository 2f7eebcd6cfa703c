/* Runs before the first paint: language and brightness are right from the start. Kept apart so that the content policy needs no inline script. */
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var locale = read("madang.locale");
  if (locale !== "ko" && locale !== "en") {
    locale = "ko";
    var languages = navigator.languages || [];
    for (var i = 0; i < languages.length; i += 1) {
      var base = languages[i].slice(0, 2);
      if (base === "ko" || base === "en") {
        locale = base;
        break;
      }
    }
  }
  root.lang = locale;
  var scheme = read("madang.scheme");
  var dark = scheme === "dark" || (scheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
