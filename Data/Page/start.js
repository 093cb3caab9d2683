// Everything follows from the filters, and they from the address.

/** Shows the events that pass. */
function update() {
  const { counts, inTime } = applyFilter();
  tallies = counts;
  showPassing();
  showControls();
  showBrush(inTime);
  showList();
}

/** A filter was changed by hand. */
function changed() {
  update();
  keepAddress();
}

makeBrush();
// A small screen shows the picture first.
if (matchMedia("(max-width: 44rem)").matches) document.getElementById("filter-box").open = false;
for (const part of document.querySelectorAll(".filters, .events, .zoom")) part.hidden = false;
startZoom();
followAddress();

// The words to search in are gathered while nothing else is to be done.
const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 10 }), 50));
function gather(start) {
  idle((time) => {
    let place = start;
    while (place < events.length && time.timeRemaining() > 2) haystack(events[place++]);
    if (place < events.length) gather(place);
  });
}
gather(0);
