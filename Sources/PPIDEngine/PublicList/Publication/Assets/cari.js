// Finds information by its words, in the page: nothing is asked of a server, so it works from a folder too.
// The list is loaded with the first key, in parts: aset/indeks.js names them, aset/indeks/N.js holds them.
(function () {
  'use strict';
  var form = document.getElementById('cari');
  var input = document.getElementById('kata');
  var count = document.getElementById('jumlah');
  var results = document.getElementById('hasil');
  if (!form || !input || !count || !results) { return; }
  var words = form.dataset;
  var rows = [];
  var waiting = 0;
  var failed = false;
  var hasBegun = false;
  var shown = 20;
  var timer = 0;

  function fold(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }

  function load(name) {
    waiting += 1;
    var script = document.createElement('script');
    script.src = words.akar + 'aset/' + name + '.js';
    script.onload = function () { waiting -= 1; show(); };
    script.onerror = function () { waiting -= 1; failed = true; show(); };
    document.head.appendChild(script);
  }

  // What the files of the list call.
  window.ppidIndeks = function (parts) {
    parts.forEach(function (part) { load('indeks/' + part); });
  };
  window.ppidMuat = function (place, part) {
    part.forEach(function (row, index) {
      rows.push({ row: row, place: place + index, title: fold(row[1]), text: fold(row.join(' ')) });
    });
  };

  function begin() {
    if (hasBegun) { return; }
    hasBegun = true;
    load('indeks');
  }

  function found(wanted) {
    var list = [];
    rows.forEach(function (entry) {
      var score = 0;
      for (var i = 0; i < wanted.length; i += 1) {
        if (entry.text.indexOf(wanted[i]) < 0) { return; }
        if ((' ' + entry.title).indexOf(' ' + wanted[i]) >= 0) { score += 2; } else if (entry.title.indexOf(wanted[i]) >= 0) { score += 1; }
      }
      list.push({ row: entry.row, score: score, place: entry.place });
    });
    return list.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
  }

  // Puts a text into `parent`, what was looked for marked in it.
  function write(text, wanted, parent) {
    var folded = fold(text);
    if (folded.length !== text.length) { parent.textContent = text; return; }
    var place = 0;
    while (place < text.length) {
      var next = -1;
      var length = 0;
      wanted.forEach(function (word) {
        var at = folded.indexOf(word, place);
        if (at >= 0 && (next < 0 || at < next || (at === next && word.length > length))) { next = at; length = word.length; }
      });
      if (next < 0) { break; }
      parent.appendChild(document.createTextNode(text.slice(place, next)));
      var mark = document.createElement('mark');
      mark.textContent = text.slice(next, next + length);
      parent.appendChild(mark);
      place = next + length;
    }
    parent.appendChild(document.createTextNode(text.slice(place)));
  }

  function item(row, wanted) {
    var line = document.createElement('li');
    var link = document.createElement('a');
    link.href = words.rumah + 'informasi/' + encodeURIComponent(row[0]) + '.html';
    link.lang = 'id';
    write(row[1], wanted, link);
    line.appendChild(link);
    var where = document.createElement('span');
    var kind = { 'berkala': words.berkala, 'serta-merta': words.sertaMerta, 'setiap-saat': words.setiapSaat }[row[3]];
    where.textContent = [row[0], kind, row[4], row[5]].filter(Boolean).join(' · ');
    line.appendChild(where);
    if (row[2]) {
      var summary = document.createElement('span');
      summary.lang = 'id';
      write(row[2], wanted, summary);
      line.appendChild(summary);
    }
    return line;
  }

  function show() {
    var wanted = fold(input.value).split(/\s+/).filter(Boolean);
    results.textContent = '';
    if (!wanted.length) { count.textContent = ''; return; }
    var list = found(wanted);
    list.slice(0, shown).forEach(function (entry) { results.appendChild(item(entry.row, wanted)); });
    if (list.length > shown) {
      var line = document.createElement('li');
      var more = document.createElement('button');
      more.type = 'button';
      more.textContent = words.lagi;
      more.onclick = function () {
        var next = shown;
        shown += 50;
        show();
        var link = results.children[next] && results.children[next].querySelector('a');
        if (link) { link.focus(); }
      };
      line.appendChild(more);
      results.appendChild(line);
    }
    var text = list.length === 0 ? words.nihil : list.length === 1 ? words.satu : words.banyak.replace('{n}', list.length);
    if (waiting > 0) { text = words.memuat; } else if (failed) { text = words.gagal; }
    count.textContent = text;
  }

  form.hidden = false;
  form.addEventListener('submit', function (event) { event.preventDefault(); show(); });
  input.addEventListener('focus', begin);
  input.addEventListener('input', function () {
    begin();
    shown = 20;
    clearTimeout(timer);
    timer = setTimeout(show, 120);
  });
  input.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { input.value = ''; show(); }
  });
}());
