"use strict";
(() => {
  const KINDS = { line: "line", steps: "line", bar: "bar", stacked_bar: "bar", dots: "scatter" };
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const narrow = window.matchMedia("(max-width: 620px)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const escape = text => String(text).replace(/[&<>"']/g, c => "&#" + c.charCodeAt(0) + ";");
  const clip = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;

  const digits = (value, most = 3) => {
    const rounded = Number(value.toPrecision(most));
    return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(rounded);
  };

  const scaled = (value, steps) => {
    const size = Math.abs(value);
    const [unit, factor] = steps.find(([, each]) => size >= each * 0.9995) || steps[steps.length - 1];
    return digits(value / factor) + " " + unit;
  };

  const FORMATS = {
    seconds: v => v === 0 ? "0" : Math.abs(v) >= 7200 ? digits(v / 3600) + " h" : Math.abs(v) >= 120 ? digits(v / 60) + " min"
        : scaled(v, [["s", 1], ["ms", 1e-3], ["µs", 1e-6], ["ns", 1e-9]]),
    rate: v => digits(v) + "/s",
    share: v => digits(100 * v) + "%",
    bytes: v => v === 0 ? "0" : scaled(v, [["GiB", 2 ** 30], ["MiB", 2 ** 20], ["KiB", 2 ** 10], ["B", 1]]),
    factor: v => digits(v) + "x",
    number: v => digits(v),
  };

  const nines = place => digits(100 * (1 - 1 / place), 2 + Math.ceil(Math.log10(place))) + "%";
  // Powers of two are round numbers of milliseconds, not of seconds.
  const size = axis => axis.scale === "log" && axis.unit === "seconds" ? 1000 : 1;
  const place = (axis, value) => axis.scale === "nines" ? 1 / (1 - value) : value * size(axis);
  const words = (axis, value) =>
    axis.scale === "categories" ? axis.categories[value]
      : axis.scale === "nines" ? nines(value) : FORMATS[axis.unit](value / size(axis));

  // From the least to the greatest number of an axis, marks included.
  function extent(chart, along) {
    const index = along === "x" ? 0 : 1;
    const all = chart.series.flatMap(series => series.points.map(point => point[index]))
      .concat(chart.marks.filter(mark => mark.along === along).flatMap(mark => [mark.from, mark.to]))
      .filter(value => value !== null).map(value => place(chart[along], value));
    return [Math.min(...all), Math.max(...all)];
  }

  // Steps that are round in minutes and in powers of two; elsewhere ECharts finds better ones.
  function interval(axis, range) {
    if (axis.unit === "seconds" && range > 90) {
      return [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400, 604800, 2592000].find(step => range / step <= 6);
    }
    return axis.unit === "bytes" && range > 0 ? 2 ** Math.ceil(Math.log2(range / 5)) : undefined;
  }

  function axisOption(chart, along) {
    const axis = chart[along], isX = along === "x";
    const soft = colour("soft");
    const option = {
      name: axis.scale === "categories" || !isX ? "" : axis.title,
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: soft, fontSize: 12 },
      axisLine: { lineStyle: { color: colour("line") } },
      axisTick: { show: isX },
      axisLabel: { color: soft, fontSize: 12, hideOverlap: true, formatter: value => words(axis, value) },
      splitLine: { show: !isX, lineStyle: { color: colour("grid") } },
      minorSplitLine: { show: false },
    };
    if (axis.scale === "categories") {
      return { ...option, type: "category", data: axis.categories.map((_, i) => i), inverse: !isX,
        axisLabel: { ...option.axisLabel, interval: 0, formatter: i => clip(axis.categories[i], narrow.matches ? 14 : 22) },
        splitLine: { show: false }, axisTick: { show: false } };
    }
    const [least, greatest] = extent(chart, along);
    if (axis.scale === "linear") {
      const bars = isX && chart.y.scale === "categories";
      const dots = chart.series.every(series => series.shape === "dots");
      const whole = chart.series.some(series => series.shape === "stacked_bar") && axis.unit === "share";
      const least0 = least < 0.05 * greatest ? 0 : least;
      return { ...option, type: "value", interval: interval(axis, greatest - (isX && !bars ? least0 : 0)),
        axisLabel: { ...option.axisLabel, showMaxLabel: isX && !bars && !dots ? false : null },
        ...(whole ? { max: 1 } : isX && !bars && !dots ? { min: least0, max: greatest }
        : { max: range => greatest > range.max ? greatest * 1.08 : null }) };
    }
    const base = axis.scale === "nines" || greatest / least > 100 ? 10 : 2;
    const power = (value, round) => base ** round(Math.log(value) / Math.log(base) + (round === Math.ceil ? -1e-9 : 1e-9));
    return { ...option, type: "log", logBase: base,
      min: power(least, Math.floor), max: axis.scale === "nines" ? greatest : power(greatest * 1.001, Math.ceil) };
  }

  function markOptions(chart) {
    const line = [], area = [];
    for (const mark of chart.marks) {
      const axis = mark.along + "Axis";
      const tint = colour(mark.kind === "limit" ? "bad" : mark.kind === "fault" ? "bad" : "neutral");
      const text = clip(mark.text, narrow.matches ? 18 : 34);
      const from = place(chart[mark.along], mark.from), to = place(chart[mark.along], mark.to);
      if (from === to) {
        line.push({ [axis]: from, name: mark.text,
          lineStyle: { color: tint, type: mark.kind === "limit" ? "solid" : "dashed", width: 1.5 },
          label: { formatter: text, color: tint, fontSize: 12,
            ...(mark.along === "y" ? { position: "insideStartTop" }
              : chart.y.scale === "categories" ? { position: "start", distance: 6, rotate: 0, align: from > 0.6 * extent(chart, "x")[1] ? "right" : "center" }
              : { position: "insideEndTop", rotate: 90 }) } });
      } else {
        area.push([{ [axis]: from, name: text, itemStyle: { color: mark.kind === "fault" ? colour("fault") : colour("neutral-back"), opacity: mark.kind === "fault" ? 1 : 0.6 },
          label: { color: tint, fontSize: 11, position: "insideTop" } }, { [axis]: to }]);
      }
    }
    return {
      markLine: line.length ? { symbol: "none", silent: true, animation: false, data: line } : undefined,
      markArea: area.length ? { silent: true, animation: false, data: area } : undefined,
    };
  }

  function seriesOption(chart, series, index) {
    const tint = colour("c" + (index % 8 + 1));
    const data = series.points.map(([x, y, label]) => ({
      value: [x === null ? "-" : place(chart.x, x), y === null ? "-" : place(chart.y, y)], name: label || "" }));
    const option = {
      name: series.name, type: KINDS[series.shape], data, color: tint, animation: !still.matches,
      animationDuration: 300, emphasis: { disabled: true },
    };
    if (series.shape === "line" || series.shape === "steps") {
      Object.assign(option, { showSymbol: data.length < 20, symbolSize: 6, lineStyle: { width: 2 }, connectNulls: false });
    }
    if (series.shape === "steps") {
      Object.assign(option, { step: "end", symbol: "none", lineStyle: { width: 1 }, areaStyle: { opacity: 0.35 } });
    }
    if (series.shape === "stacked_bar") {
      option.stack = "all";
      option.itemStyle = { borderColor: colour("card"), borderWidth: 1 };
    }
    if (series.shape === "bar" || series.shape === "stacked_bar") {
      option.barMaxWidth = 30;
      option.barMinWidth = 6;
    }
    if (series.shape === "dots") {
      Object.assign(option, { symbolSize: 11, label: { show: data.length <= 12, position: "right", color: colour("soft"),
        fontSize: 11, formatter: point => clip(point.name, 24) }, labelLayout: { hideOverlap: true } });
    }
    if (chart.series.length > 1 && series.shape === "steps") {
      option.areaStyle.opacity = 0.18;
    }
    return option;
  }

  function tooltip(chart, found) {
    const upright = chart.y.scale !== "categories";
    const points = Array.isArray(found) ? found : [found];
    if (!points.length) {
      return "";
    }
    const [places, values, at, of] = upright ? [chart.x, chart.y, 0, 1] : [chart.y, chart.x, 1, 0];
    const heading = points[0].name && points[0].seriesType === "scatter"
      ? points[0].name : places.title + " " + words(places, points[0].value[at]);
    const rows = points.filter(point => point.value[of] !== "-").map(point =>
      `<div style="display:flex;gap:14px;justify-content:space-between"><span>${point.marker}${escape(clip(point.seriesName, 40))}</span><b>${escape(words(values, point.value[of]))}</b></div>`);
    return `<div style="font-weight:600;margin-bottom:4px">${escape(clip(heading, 60))}</div>${rows.join("")}`;
  }

  function optionOf(chart) {
    const upright = chart.y.scale !== "categories";
    const dots = chart.series.every(series => series.shape === "dots");
    const series = chart.series.map((each, index) => seriesOption(chart, each, index));
    if (chart.marks.length) {
      // A series without data carries the marks, so that they stay when another is hidden.
      series.push({ name: "\u0000marks", type: "line", data: [], silent: true, ...markOptions(chart) });
    }
    return {
      aria: { enabled: false },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: upright ? 8 : 22, right: upright ? 22 : 30, top: upright || chart.marks.length ? 34 : 12, bottom: 34, containLabel: true },
      title: { show: upright, text: chart.y.title, left: 0, top: 2, padding: 0, textStyle: { color: colour("soft"), fontSize: 12, fontWeight: "normal" } },
      legend: { show: false, data: chart.series.map(each => each.name) },
      xAxis: axisOption(chart, "x"),
      yAxis: axisOption(chart, "y"),
      tooltip: {
        trigger: dots ? "item" : "axis", confine: true, appendToBody: false,
        axisPointer: { type: upright ? "line" : "shadow", lineStyle: { color: colour("soft") }, shadowStyle: { color: colour("grid"), opacity: 0.4 }, label: { show: false } },
        backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: colour("ink"), fontSize: 13 },
        formatter: found => tooltip(chart, found),
      },
      series,
    };
  }

  function buttons(figure, chart, instance, shown) {
    const group = figure.querySelector(".series");
    if (chart.series.length < 2) {
      group.remove();
      return;
    }
    chart.series.forEach((series, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = clip(series.name, 60);
      button.title = series.name;
      button.style.setProperty("--swatch", `var(--c${index % 8 + 1})`);
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        shown[series.name] = shown[series.name] === false;
        button.setAttribute("aria-pressed", String(shown[series.name] !== false));
        instance.dispatchAction({ type: shown[series.name] ? "legendSelect" : "legendUnSelect", name: series.name });
      });
      group.append(button);
    });
  }

  const charts = [];
  for (const figure of document.querySelectorAll("figure.chart")) {
    const chart = JSON.parse(figure.querySelector("script.numbers").textContent);
    const plot = figure.querySelector(".plot");
    if (chart.y.scale === "categories") {
      plot.style.height = Math.max(130, 60 + 46 * chart.y.categories.length) + "px";
    }
    const instance = echarts.init(plot, null, { renderer: "canvas" });
    const shown = {};
    const draw = () => {
      const option = optionOf(chart);
      option.legend.selected = shown;
      instance.setOption(option, true);
    };
    draw();
    buttons(figure, chart, instance, shown);
    charts.push({ instance, draw });
    figure.chart = instance;
    new ResizeObserver(() => instance.resize()).observe(plot);
  }
  const drawAll = () => charts.forEach(each => each.draw());
  dark.addEventListener("change", drawAll);
  narrow.addEventListener("change", drawAll);
  window.addEventListener("beforeprint", () => charts.forEach(each => each.instance.resize()));
})();
